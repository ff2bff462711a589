package foyer.station;

import java.util.List;

/** Up to {@value #MOST} events of one epoch, in the order of their seq, without a gap. */
public record EventBatch(Epoch epoch, List<EventEnvelope> events) {
    public static final int MOST = 50;

    public EventBatch {
        events = List.copyOf(events);
        if (events.isEmpty() || events.size() > MOST) {
            throw new IllegalArgumentException("a batch holds 1 to " + MOST + " events");
        }
    }
}
