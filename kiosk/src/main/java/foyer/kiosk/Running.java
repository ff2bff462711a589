package foyer.kiosk;

import foyer.bridge.Bridge;
import foyer.bridge.Hardware;
import foyer.kiosk.circulation.Input;
import foyer.kiosk.circulation.Wall;
import foyer.kiosk.door.DoorKeeper;
import foyer.kiosk.link.Identity;
import foyer.kiosk.link.LinkListener;
import foyer.kiosk.link.LinkSettings;
import foyer.kiosk.link.StationLink;
import foyer.kiosk.scan.Barcodes;
import foyer.kiosk.scan.CardKey;
import foyer.kiosk.screen.Screens;
import foyer.kiosk.session.Outlets;
import foyer.kiosk.session.Session;
import foyer.kiosk.session.Touch;
import foyer.kiosk.session.WallClock;
import foyer.kiosk.store.Store;
import foyer.station.ServerMessage.Desired;
import foyer.station.Signed;
import foyer.station.UnreadableMessage;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** An enrolled station at work: session, door, link. They know one another only through what is handed in here. */
final class Running implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Running.class);
    /** This software did not exist earlier, so no clock that says so is right. */
    private static final Instant EARLIEST = Instant.parse("2026-01-01T00:00:00Z");

    private final Session session;
    private final Bridge bridge;
    private final StationLink link;

    private Running(Session session, Bridge bridge, StationLink link) {
        this.session = session;
        this.bridge = bridge;
        this.link = link;
    }

    static Running start(Hardware hardware, Wall wall, Store store, Identity identity, Screens screens) {
        CompletableFuture<Session> sessionLater = new CompletableFuture<>();
        CompletableFuture<StationLink> linkLater = new CompletableFuture<>();
        DoorKeeper doors = new DoorKeeper(
                input -> sessionLater.join().post(input),
                scan -> sessionLater.join().scanned(scan));
        Outlets outlets = new Outlets(
                doors::act,
                doors::act,
                doors::tellAll,
                screens::show,
                picture -> linkLater.join().picture(picture),
                () -> linkLater.join().grew());
        Session session = new Session(
                wall,
                store,
                kept(store, identity),
                new Barcodes(new CardKey(identity.cardKey())),
                new WallClock(Clock.systemUTC(), store.kept().lastWall().orElse(EARLIEST)),
                outlets);
        LinkSettings settings = new LinkSettings(
                identity.station(),
                identity.broker(),
                Optional.of(identity.tls()),
                identity.commands(),
                wall,
                version());
        StationLink link =
                new StationLink(settings, store, session::version, new ToSession(session), Clock.systemUTC());
        sessionLater.complete(session);
        linkLater.complete(link);
        Bridge bridge = Bridge.start(hardware, doors);
        doors.attach(bridge);
        bridge.keyboard().map(TypedScans::new).ifPresent(screens::sortedBy);
        session.start();
        link.start();
        return new Running(session, bridge, link);
    }

    void touch(Touch touch) {
        session.touch(touch);
    }

    /** What the server wanted when the station last ran; its signature is looked at again, for the disk is not the server. */
    private static Optional<Desired> kept(Store store, Identity identity) {
        Optional<Signed> signed = store.kept().desired();
        try {
            return signed.isPresent() ? Optional.of(identity.commands().open(signed.get())) : Optional.empty();
        } catch (UnreadableMessage e) {
            LOG.error("what the server wanted was kept and cannot be used: {}", e.getMessage());
            return Optional.empty();
        }
    }

    private static String version() {
        return Optional.ofNullable(Running.class.getPackage().getImplementationVersion())
                .orElse("development");
    }

    /** Locks first: nothing is pulsed any more while the rest comes to its end. */
    @Override
    public void close() {
        bridge.close();
        session.close();
        link.close();
    }

    private record ToSession(Session session) implements LinkListener {
        @Override
        public void desired(Signed signed, Desired desired) {
            session.desired(signed, desired);
        }

        @Override
        public void rejected(String why) {
            session.post(new Input.DesiredRejected(why));
        }

        @Override
        public void online(boolean is) {
            session.online(is);
        }
    }
}
