package foyer.server.desk;

import foyer.server.circulation.By;
import foyer.server.circulation.Mention;
import foyer.server.circulation.Outcome;
import foyer.server.circulation.Patron;
import foyer.server.circulation.Refusal;
import foyer.server.ledger.Changes;
import foyer.server.ledger.Commands;
import foyer.server.ledger.Journal;
import foyer.server.ledger.Ledger;
import foyer.server.ledger.Places;
import foyer.server.projection.LedgerChanged;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * What every command goes through: one transaction, the answer kept under its key, the journal's line, refusals counted
 * with their reasons, and after the commit the word to whoever shows or sends what changed.
 */
@Component
final class Counter {
    private static final String PLACE = "desk";

    private final Ledger ledger;
    private final Commands commands;
    private final Changes changes;
    private final Journal journal;
    private final Places places;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    Counter(
            Ledger ledger,
            Commands commands,
            Changes changes,
            Journal journal,
            Places places,
            Clock clock,
            ApplicationEventPublisher events) {
        this.ledger = ledger;
        this.commands = commands;
        this.changes = changes;
        this.journal = journal;
        this.places = places;
        this.clock = clock;
        this.events = events;
    }

    /**
     * @param asked everything that was asked, to tell a repetition from another command under the same key
     * @param work runs inside the transaction, perhaps more than once: it touches nothing but the ledger
     */
    Answer take(Ask ask, List<String> asked, Function<Instant, Answer> work) {
        String digest = digest(asked);
        Answer answer;
        try {
            answer = ledger.write(() -> first(ask, digest, work, clock.instant()));
        } catch (Repeated e) {
            answer = ledger.write(() -> again(ask, e.key, digest, clock.instant()));
        }
        switch (answer) {
            case Answer.Done done -> events.publishEvent(new LedgerChanged(Optional.empty()));
            case Answer.Given given -> events.publishEvent(new LedgerChanged(Optional.empty()));
            case Answer.Refused refused -> {}
        }
        return answer;
    }

    /** The command was given before under its key: what was done for it once more is undone. */
    private static final class Repeated extends RuntimeException {
        private final String key;

        Repeated(String key) {
            super("this key was used before", null, false, false);
            this.key = key;
        }
    }

    /**
     * The key is written last and not looked for first: two commands of two persons would else stand in each other's way
     * wherever a database guards what was looked at by the page.
     */
    private Answer first(Ask ask, String digest, Function<Instant, Answer> work, Instant now) {
        Answer answer = counted(ask, work.apply(now), now);
        ask.key().ifPresent(key -> {
            if (!commands.keep(ask.who(), key, given(digest, answer), now)) {
                throw new Repeated(key);
            }
        });
        return answer;
    }

    private Answer again(Ask ask, String key, String digest, Instant now) {
        Commands.Given before = commands.find(ask.who(), key).orElseThrow();
        return before.digest().equals(digest) ? again(before) : counted(ask, refused(Refusal.KEY_REUSED), now);
    }

    /** What was decided is written with its line in the journal. */
    Answer decided(Outcome outcome, String id, String kind, Ask ask, Mention mention, Instant now) {
        return switch (outcome) {
            case Outcome.Refused r -> Answer.Refused.of(r.why(), r.detail());
            case Outcome.Done done -> {
                changes.apply(line(kind, ask, mention, now), done.changes());
                yield new Answer.Done(id);
            }
        };
    }

    /** A line of its own, for what is no change of circulation. */
    void note(String kind, Ask ask, Mention mention, Instant now) {
        journal.write(line(kind, ask, mention, now));
    }

    private static Journal.Line line(String kind, Ask ask, Mention mention, Instant now) {
        Mention whole =
                switch (ask.by()) {
                    case By.Reader reader -> mention;
                    case By.House house -> mention;
                    case By.Staff staff -> onBehalf(mention.by(staff.staff()), staff);
                };
        return new Journal.Line(Optional.empty(), kind, ask.who(), whole, now, now);
    }

    private static Mention onBehalf(Mention mention, By.Staff staff) {
        Mention how = mention.with("how", staff.channel().name());
        return staff.why().isEmpty() ? how : how.with("why", staff.why());
    }

    /** Refused when what was read has changed since. */
    static Optional<Answer> stale(Ask ask, Optional<Long> version) {
        return ask.version().isEmpty() || ask.version().equals(version)
                ? Optional.empty()
                : Optional.of(refused(Refusal.CHANGED_MEANWHILE));
    }

    static Answer refused(Refusal why) {
        return Answer.Refused.of(why, "");
    }

    /** Whether the patron is whoever asks, or one of the network whose staff asks. */
    boolean mayAskFor(Ask ask, Patron patron) {
        return switch (ask.by()) {
            case By.Reader reader -> reader.patron().equals(patron.id());
            case By.Staff staff -> networkOf(ask).equals(Optional.of(patron.network()));
            case By.House house -> false;
        };
    }

    /** The network whose staff asks, or the patron's own. */
    String network(Ask ask) {
        return networkOf(ask).orElseThrow(() -> new IllegalArgumentException("nobody of any network"));
    }

    private Optional<String> networkOf(Ask ask) {
        return switch (ask.by()) {
            case By.Reader reader -> places.networkOfPatron(reader.patron());
            case By.Staff staff -> places.networkOfStaff(staff.staff().value());
            case By.House house -> Optional.empty();
        };
    }

    /** Where the person who was told no belongs: what other networks' people ask is nobody's business here. */
    private Answer counted(Ask ask, Answer answer, Instant now) {
        if (answer instanceof Answer.Refused refused) {
            String day = now.atZone(ZoneOffset.UTC).toLocalDate().toString();
            networkOf(ask).ifPresent(network -> journal.refused(network, PLACE, day, refused.code()));
        }
        return answer;
    }

    private static Commands.Given given(String digest, Answer answer) {
        return switch (answer) {
            case Answer.Done done -> new Commands.Given(digest, Optional.of(done.id()), Optional.empty(), "");
            // Secrets are kept nowhere: a repetition learns that it was done, and for whom.
            case Answer.Given given -> new Commands.Given(digest, Optional.of(given.id()), Optional.empty(), "");
            case Answer.Refused r -> new Commands.Given(digest, Optional.empty(), Optional.of(r.code()), r.detail());
        };
    }

    private static Answer again(Commands.Given given) {
        return given.done()
                .<Answer>map(Answer.Done::new)
                .or(() -> given.refused().map(why -> new Answer.Refused(why, given.detail())))
                .orElseThrow();
    }

    private static String digest(List<String> asked) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest(String.join("\n", asked).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
