package foyer.server.dispatch;

import foyer.server.broker.CommandKey;
import foyer.server.ledger.Ledger;
import foyer.server.ledger.Stations;
import foyer.server.projection.StationNeeds;
import foyer.server.projection.StationNeeds.Holder;
import foyer.server.projection.StationNeeds.Needs;
import foyer.station.Codec;
import foyer.station.PatronId;
import foyer.station.ServerMessage;
import foyer.station.Signed;
import foyer.station.StaffId;
import foyer.station.StationId;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;

/** Makes what one station is to follow, from the ledger as it is now. */
@Component
final class Wishes {
    private static final String HMAC = "HmacSHA256";

    private final StationNeeds needs;
    private final Stations stations;
    private final Ledger ledger;
    private final CommandKey key;
    private final Clock clock;

    Wishes(StationNeeds needs, Stations stations, Ledger ledger, CommandKey key, Clock clock) {
        this.needs = needs;
        this.stations = stations;
        this.ledger = ledger;
        this.key = key;
        this.clock = clock;
    }

    /** @param isNew nothing like it was sent before */
    record Wish(Signed signed, boolean isNew) {}

    /** Empty when there is no such station. */
    Optional<Wish> of(StationId station) {
        Instant now = clock.instant();
        return needs.of(station, now).map(found -> {
            // Compared without its version and date, so that nothing new is sent when nothing is.
            String digest = digest(Codec.encode(desired(1, Instant.EPOCH, found)));
            Stations.Version version = ledger.write(() -> stations.desired(station, digest));
            String body = Codec.encodeText(desired(version.number(), now, found));
            return new Wish(new Signed(body, key.sign(Codec.toSign(station, body))), version.isNew());
        });
    }

    private static ServerMessage.Desired desired(long version, Instant issuedAt, Needs needs) {
        Mac mac = mac(needs.cardKey());
        return new ServerMessage.Desired(
                version,
                issuedAt,
                needs.branch(),
                needs.rules(),
                needs.readers().stream()
                        .map(one -> new ServerMessage.Reader(
                                new PatronId(one.id()), number(mac, one), one.pinHash(), one.low()))
                        .toList(),
                needs.staff().stream()
                        .map(one -> new ServerMessage.Staff(new StaffId(one.id()), number(mac, one), one.pinHash()))
                        .toList(),
                needs.toLoad(),
                needs.reserved(),
                needs.grants(),
                needs.onLoan());
    }

    private static String number(Mac mac, Holder holder) {
        return HexFormat.of().formatHex(mac.doFinal(holder.number().getBytes(StandardCharsets.US_ASCII)));
    }

    private static Mac mac(String cardKey) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(Base64.getDecoder().decode(cardKey), HMAC));
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + HMAC, e);
        }
    }

    private static String digest(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
