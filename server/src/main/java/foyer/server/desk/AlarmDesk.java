package foyer.server.desk;

import foyer.server.circulation.Mention;
import foyer.server.circulation.Refusal;
import foyer.server.ledger.Journal;
import foyer.station.StationId;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What staff settle after having looked. */
@Component
public final class AlarmDesk {
    private final Counter counter;
    private final Journal journal;

    AlarmDesk(Counter counter, Journal journal) {
        this.counter = counter;
        this.journal = journal;
    }

    public Answer close(Ask ask, long alarm) {
        return counter.take(ask, List.of("close-alarm", Long.toString(alarm)), now -> {
            Optional<String> network = journal.openAlarm(alarm);
            if (!network.equals(Optional.of(counter.network(ask)))) {
                return Counter.refused(Refusal.NO_SUCH_ALARM);
            }
            StationId station = journal.close(alarm, ask.who(), now);
            Mention mention = Mention.NOTHING.with("alarm", Long.toString(alarm));
            journal.write(new Journal.Line(Optional.of(station), "discrepancy-closed", ask.who(), mention, now, now));
            return new Answer.Done(Long.toString(alarm));
        });
    }
}
