package foyer.server.desk;

import foyer.server.circulation.Change;
import foyer.server.circulation.Mention;
import foyer.server.circulation.Outcome;
import foyer.server.circulation.Patron;
import foyer.server.circulation.Refusal;
import foyer.server.circulation.Site;
import foyer.server.circulation.policy.CardNumbers;
import foyer.server.circulation.policy.Key;
import foyer.server.circulation.policy.Luhn;
import foyer.server.ledger.Patrons;
import foyer.server.ledger.Places;
import foyer.server.staff.Argon2;
import foyer.station.Ids;
import foyer.station.PatronId;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Patrons join, lose cards, forget PINs, are locked and unlocked (domain A1, B10, B14). */
@Component
public final class PatronDesk {
    private static final int PIN_DIGITS = 4;
    private static final int PASSWORD_LENGTH = 10;

    /** Without what is mistaken for something else when it is read from paper. */
    private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";

    private static final SecureRandom RANDOM = new SecureRandom();

    private final Counter counter;
    private final Places places;
    private final Patrons patrons;

    PatronDesk(Counter counter, Places places, Patrons patrons) {
        this.counter = counter;
        this.places = places;
        this.patrons = patrons;
    }

    /**
     * Somebody who joins.
     *
     * @param card a number printed already; empty: the next of the network's own
     * @param login a user name; empty: the card's number
     */
    public record Newcomer(
            String branch,
            String given,
            String family,
            String email,
            String phone,
            String language,
            boolean low,
            Optional<String> card,
            Optional<String> login) {
        @Override
        public String toString() {
            return "Newcomer";
        }
    }

    /** Answers {@code card, login, pin, password}: shown once. */
    public Answer register(Ask ask, Newcomer newcomer) {
        // Hashing takes long on purpose, so it is done before the ledger is taken.
        Secrets secrets = Secrets.make();
        List<String> asked = List.of(
                "register",
                newcomer.branch(),
                newcomer.given(),
                newcomer.family(),
                newcomer.card().orElse(""));
        return counter.take(ask, asked, now -> {
            Optional<Site> site = places.site(newcomer.branch());
            if (site.isEmpty() || !site.get().network().equals(counter.network(ask))) {
                return Counter.refused(Refusal.NO_SUCH_BRANCH);
            }
            Card card = card(site.get(), newcomer.card());
            if (card.refusal().isPresent()) {
                return Counter.refused(card.refusal().get());
            }
            String login = newcomer.login().orElse(card.number());
            if (patrons.loginTaken(login)) {
                return Counter.refused(Refusal.LOGIN_TAKEN);
            }
            PatronId id = new PatronId("patron-" + Ids.random());
            Patron patron =
                    new Patron(id, site.get().network(), newcomer.branch(), Optional.empty(), expires(site.get(), now));
            Patrons.Person person = new Patrons.Person(
                    newcomer.given(),
                    newcomer.family(),
                    newcomer.email(),
                    newcomer.phone(),
                    newcomer.language(),
                    newcomer.low());
            patrons.insert(
                    patron,
                    person,
                    new Patrons.Credentials(login, secrets.passwordHash(), secrets.pinHash()),
                    card.number(),
                    now);
            counter.note("patron-joined", ask, Mention.NOTHING.about(id), now);
            return new Answer.Given(
                    id.value(),
                    Map.of(
                            "card",
                            card.number(),
                            "login",
                            login,
                            "pin",
                            secrets.pin(),
                            "password",
                            secrets.password()));
        });
    }

    /**
     * A lost card is replaced; the old one is refused from now on. Answers {@code card, pin}: shown once.
     *
     * @param card a number printed already; empty: the next of the network's own
     */
    public Answer replaceCard(Ask ask, String patron, Optional<String> card) {
        Secrets secrets = Secrets.make();
        return handle(ask, patron, List.of("replace-card", patron, card.orElse("")), (found, now) -> {
            Site site = places.site(found.branch()).orElseThrow();
            Card next = card(site, card);
            if (next.refusal().isPresent()) {
                return Counter.refused(next.refusal().get());
            }
            patrons.replaceCard(found.id(), next.number(), expires(site, now), now);
            // Whoever has the old card may know its PIN as well.
            patrons.pin(found.id(), secrets.pinHash());
            counter.note("card-replaced", ask, Mention.NOTHING.about(found.id()), now);
            return new Answer.Given(patron, Map.of("card", next.number(), "pin", secrets.pin()));
        });
    }

    /** Answers {@code pin, password}: shown once. */
    public Answer resetSecrets(Ask ask, String patron) {
        Secrets secrets = Secrets.make();
        return handle(ask, patron, List.of("reset-secrets", patron), (found, now) -> {
            patrons.pin(found.id(), secrets.pinHash());
            patrons.password(found.id(), secrets.passwordHash());
            counter.note("secrets-reset", ask, Mention.NOTHING.about(found.id()), now);
            return new Answer.Given(patron, Map.of("pin", secrets.pin(), "password", secrets.password()));
        });
    }

    /**
     * No holds until it is unlocked (domain B10).
     *
     * @param reason the patron reads it
     */
    public Answer lock(Ask ask, String patron, String reason) {
        return handle(ask, patron, List.of("lock", patron, reason), (found, now) -> {
            if (reason.isBlank()) {
                return Counter.refused(Refusal.REASON_MISSING);
            }
            Patron.Lock lock = new Patron.Lock(reason.strip(), ask.staff(), now);
            return counter.decided(
                    Outcome.Done.of(new Change.LockBecame(found.id(), Optional.of(lock))),
                    patron,
                    "patron-locked",
                    ask,
                    Mention.NOTHING.about(found.id()).with("reason", lock.reason()),
                    now);
        });
    }

    public Answer unlock(Ask ask, String patron) {
        return handle(
                ask,
                patron,
                List.of("unlock", patron),
                (found, now) -> found.lock().isEmpty()
                        ? Answer.Refused.of(Refusal.WRONG_STATE, "not-locked")
                        : counter.decided(
                                Outcome.Done.of(new Change.LockBecame(found.id(), Optional.empty())),
                                patron,
                                "patron-unlocked",
                                ask,
                                Mention.NOTHING.about(found.id()),
                                now));
    }

    private interface Then {
        Answer with(Patron found, Instant now);
    }

    private Answer handle(Ask ask, String patron, List<String> asked, Then then) {
        return counter.take(ask, asked, now -> {
            Optional<Patron> found = Shapes.patron(patron)
                    .flatMap(patrons::find)
                    .filter(one -> one.network().equals(counter.network(ask)));
            if (found.isEmpty()) {
                return Counter.refused(Refusal.NO_SUCH_PATRON);
            }
            Optional<Answer> stale =
                    Counter.stale(ask, patrons.version(found.get().id()));
            return stale.orElseGet(() -> then.with(found.get(), now));
        });
    }

    /** A number that may be given out, or why not. */
    private record Card(String number, Optional<Refusal> refusal) {}

    private Card card(Site site, Optional<String> printed) {
        String number = printed.orElseGet(() -> next(site));
        boolean fits = site.policy().cardFormat().matcher(number).matches()
                && (!site.policy().luhn() || Luhn.ends(number, Luhn.CODABAR_DIGITS));
        if (!fits) {
            return new Card(number, Optional.of(Refusal.CARD_WRONG));
        }
        boolean taken = patrons.cardTaken(site.network(), number);
        return new Card(number, taken ? Optional.of(Refusal.CARD_TAKEN) : Optional.empty());
    }

    /** The next number nobody has or had; empty text when they are used up. */
    private String next(Site site) {
        Optional<String> number;
        do {
            number = CardNumbers.of(site.policy().value(Key.CARD_NUMBERS), patrons.nextCard(site.network()));
        } while (number.filter(one -> patrons.cardTaken(site.network(), one)).isPresent());
        return number.orElse("");
    }

    private static Optional<LocalDate> expires(Site site, Instant now) {
        int months = site.policy().number(Key.CARD_MONTHS);
        return months == 0
                ? Optional.empty()
                : Optional.of(site.calendar().dayOf(now).plusMonths(months));
    }

    private record Secrets(String pin, String pinHash, String password, String passwordHash) {
        static Secrets make() {
            String pin = String.format(Locale.ROOT, "%0" + PIN_DIGITS + "d", RANDOM.nextInt(10_000));
            StringBuilder password = new StringBuilder();
            for (int i = 0; i < PASSWORD_LENGTH; i++) {
                password.append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
            }
            return new Secrets(pin, Argon2.hash(pin), password.toString(), Argon2.hash(password.toString()));
        }

        @Override
        public String toString() {
            return "Secrets";
        }
    }
}
