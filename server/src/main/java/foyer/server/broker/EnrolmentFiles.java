package foyer.server.broker;

import foyer.server.Settings;
import foyer.server.ledger.Enrolments;
import foyer.server.ledger.Places;
import foyer.station.Codec;
import foyer.station.StationId;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** For each station in the settings that has no certificate yet, the file an administrator carries to it. */
@Component
public final class EnrolmentFiles {
    private static final Logger LOG = LoggerFactory.getLogger(EnrolmentFiles.class);

    private final Settings settings;
    private final EnrolmentDesk desk;
    private final Enrolments enrolments;
    private final Places places;
    private final Authority authority;
    private final Broker broker;

    EnrolmentFiles(
            Settings settings,
            EnrolmentDesk desk,
            Enrolments enrolments,
            Places places,
            Authority authority,
            Broker broker) {
        this.settings = settings;
        this.desk = desk;
        this.enrolments = enrolments;
        this.places = places;
        this.authority = authority;
        this.broker = broker;
    }

    /** @param url where the station reaches the web server */
    public void write(String url) {
        for (Settings.Station wanted : settings.stations()) {
            StationId station = new StationId(wanted.id());
            if (places.networkOfBranch(wanted.branch()).isEmpty()) {
                throw new IllegalStateException("foyer.stations: there is no branch " + wanted.branch());
            }
            desk.register(station, wanted.branch());
            if (enrolments.enrolled(station)) {
                continue;
            }
            Map<String, String> content = Map.of(
                    "station", station.value(),
                    "url", url + "/station-enrolment",
                    "token", desk.token(station),
                    "caCertificate", authority.pem(),
                    "brokerUrl", broker.url());
            KeyFiles.write(wanted.enrolmentFile(), Codec.encode(content));
            LOG.info("station {} may enrol with {} until it expires", station, wanted.enrolmentFile());
        }
    }
}
