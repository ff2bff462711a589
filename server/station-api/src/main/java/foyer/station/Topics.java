package foyer.station;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code foyer/v1/{station}/...}: who says what where. All QoS 1. */
public enum Topics {
    /** Station to server: {@link EventBatch}. */
    EVT("evt"),
    /** Server to station: {@link ServerMessage.Ack} or {@link ServerMessage.Resend}. */
    ACK("ack"),
    /** Station to server, first on every connection: {@link Birth}. */
    BIRTH("birth"),
    /** Server to station: {@link Signed} {@link ServerMessage.Desired}; never retained. */
    DESIRED("desired"),
    /** Station, retained: {@link StationState}. */
    STATE("state"),
    /** Station, retained, and its last will: {@link Link}. */
    LINK("link");

    private static final String ROOT = "foyer/v1/";
    private static final Pattern TOPIC = Pattern.compile("foyer/v1/([a-z0-9-]{1,32})/([a-z]+)");

    private final String leaf;

    Topics(String leaf) {
        this.leaf = leaf;
    }

    public String of(StationId station) {
        return ROOT + station.value() + "/" + leaf;
    }

    /** The subscription to this topic of every station. */
    public String ofAll() {
        return ROOT + "+/" + leaf;
    }

    /** Whether the station is the one to speak here; else the server is. */
    public boolean stationSpeaks() {
        return switch (this) {
            case EVT, BIRTH, STATE, LINK -> true;
            case ACK, DESIRED -> false;
        };
    }

    /** The station and the kind of a topic, or empty when it is none of ours. */
    public static Optional<Address> parse(String topic) {
        Matcher found = TOPIC.matcher(topic);
        if (!found.matches()) {
            return Optional.empty();
        }
        for (Topics kind : values()) {
            if (kind.leaf.equals(found.group(2))) {
                return Optional.of(new Address(new StationId(found.group(1)), kind));
            }
        }
        return Optional.empty();
    }

    public record Address(StationId station, Topics kind) {}
}
