package foyer.whole;

import foyer.whole.DemonstrationData.Person;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** One library entrance with all that belongs to it: a simulated wall, a server and a kiosk, each a real one. */
public final class Site implements AutoCloseable {
    public static final String STATION = "entrance-1";

    private final String branch;
    private final DemonstrationData data;
    private final Wall wall;
    private final ServerProcess server;
    private final KioskProcess kiosk;

    private Site(String branch, DemonstrationData data, Wall wall, ServerProcess server, KioskProcess kiosk) {
        this.branch = branch;
        this.data = data;
        this.wall = wall;
        this.server = server;
        this.kiosk = kiosk;
    }

    /**
     * Opens a site at {@code branch} with the demonstration's data, all of it new, in an empty {@code directory}.
     *
     * @param wall closed with the site
     * @param serverSettings more settings for the server, as on its command line
     * @param kioskSettings more settings for the kiosk, as in its properties file
     */
    public static Site open(
            Path directory,
            String branch,
            Wall wall,
            Map<String, String> serverSettings,
            Map<String, String> kioskSettings)
            throws IOException, InterruptedException {
        Files.createDirectories(directory);
        ServerProcess server = null;
        try {
            DemonstrationData data = DemonstrationData.into(directory.resolve("import"));
            Path enrolment = directory.resolve("enrolment.json").toAbsolutePath();
            Map<String, String> forServer = new TreeMap<>(serverSettings);
            forServer.put(
                    "foyer.import", directory.resolve("import").toAbsolutePath().toString());
            forServer.put("foyer.stations[0].id", STATION);
            forServer.put("foyer.stations[0].branch", branch);
            forServer.put("foyer.stations[0].enrolment-file", enrolment.toString());
            server = ServerProcess.start(directory.resolve("server"), forServer);

            Path hardware = directory.resolve("hardware.conf").toAbsolutePath();
            Files.writeString(hardware, wall.hardwareFile());
            Map<String, String> forKiosk = new TreeMap<>(kioskSettings);
            forKiosk.put("hardware", hardware.toString());
            forKiosk.put("enrolment.file", enrolment.toString());
            forKiosk.putIfAbsent("screen.headless", "true");
            KioskProcess kiosk = KioskProcess.start(directory.resolve("kiosk"), forKiosk);
            return new Site(branch, data.of(data.branch(branch).network()), wall, server, kiosk);
        } catch (IOException | InterruptedException | RuntimeException e) {
            if (server != null) {
                server.close();
            }
            wall.close();
            throw e;
        }
    }

    public String branch() {
        return branch;
    }

    public String network() {
        return data.branch(branch).network();
    }

    /** The demonstration's data of this site's network. */
    public DemonstrationData data() {
        return data;
    }

    public Wall wall() {
        return wall;
    }

    public ServerProcess server() {
        return server;
    }

    public KioskProcess kiosk() {
        return kiosk;
    }

    public URI web() {
        return server.web();
    }

    /** REST as this person. */
    public Rest rest(Person person) {
        return new Rest(web(), person.user(), person.password());
    }

    @Override
    public void close() {
        kiosk.close();
        server.close();
        wall.close();
    }
}
