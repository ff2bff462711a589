package foyer.server.web.pages;

import com.ibm.icu.text.NumberFormat;
import com.ibm.icu.util.Currency;
import foyer.server.desk.Explaining;
import foyer.server.projection.PatronPages;
import foyer.server.projection.PatronRow;
import foyer.server.projection.Projections;
import foyer.server.projection.TitleRow;
import foyer.server.web.Times;
import foyer.server.web.Words;
import foyer.server.web.safe.Signed;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.web.server.ResponseStatusException;

/** One patron's page in words. */
@Component
class PatronAccount {
    private static final int MOST_TITLES = 20;

    private final PatronPages patrons;
    private final Projections projections;
    private final PlaceNames places;
    private final Outcomes outcomes;
    private final Words words;

    PatronAccount(PatronPages patrons, Projections projections, PlaceNames places, Outcomes outcomes, Words words) {
        this.patrons = patrons;
        this.projections = projections;
        this.places = places;
        this.outcomes = outcomes;
        this.words = words;
    }

    /** Another network's patron is answered as none. */
    PatronRow found(Signed.Staff staff, String id) {
        return patrons.find(staff.network(), id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    PatronRow.Account account(PatronRow patron) {
        return patrons.account(patron);
    }

    /** @param q which titles to offer for a hold; empty for none */
    void show(Signed.Staff staff, PatronRow patron, String q, Locale language, Model model) {
        PatronRow.Account account = patrons.account(patron);
        Times times = places.times(staff.network(), language);
        List<TitleRow> titles = q.isEmpty() ? List.of() : projections.titles(staff.network(), q, MOST_TITLES);
        model.addAttribute("patron", patron);
        model.addAttribute("account", account);
        model.addAttribute("blocks", blocks(patron, account, times));
        model.addAttribute("fines", fines(account, language));
        model.addAttribute("branches", places.branches(staff.network(), language));
        model.addAttribute("times", times);
        model.addAttribute("q", q);
        model.addAttribute("titles", titles);
    }

    private List<Block> blocks(PatronRow patron, PatronRow.Account account, Times times) {
        Locale language = times.language();
        List<Block> blocks = new ArrayList<>();
        patron.lock()
                .ifPresent(lock -> blocks.add(block(
                        language,
                        "locked",
                        Map.of("reason", lock.reason(), "by", lock.by(), "day", times.day(lock.at())))));
        patron.cardExpires()
                .filter(day -> day.isBefore(account.today()))
                .ifPresent(day -> blocks.add(block(language, "expired", Map.of("day", times.day(day)))));
        if (account.blockOverdueFrom() > 0 && account.overdue() >= account.blockOverdueFrom()) {
            blocks.add(block(language, "overdue", Map.of("count", account.overdue())));
        }
        if (account.blockFinesFrom() > 0 && account.cents() >= account.blockFinesFrom()) {
            blocks.add(block(language, "fines", Map.of("sum", euros(account.cents(), language))));
        }
        return blocks;
    }

    private Block block(Locale language, String kind, Map<String, ?> values) {
        return new Block(words.say(language, "block." + kind, values), words.say(language, "block." + kind + ".do"));
    }

    private List<Fine> fines(PatronRow.Account account, Locale language) {
        return account.owed().stream()
                .map(owed -> new Fine(
                        owed.loan(),
                        owed.title(),
                        euros(owed.cents(), language),
                        words.say(language, "patron.days-late", Map.of("count", owed.daysLate()))))
                .toList();
    }

    static String euros(int cents, Locale language) {
        NumberFormat format = NumberFormat.getCurrencyInstance(language);
        format.setCurrency(Currency.getInstance("EUR"));
        return format.format(cents / 100.0);
    }

    /** Every rule with what it says and the values it rests on. */
    List<Rule> explained(Explaining.PlacingExplained explained, Locale language) {
        return explained.rules().stream()
                .map(rule -> new Rule(
                        named("rule.", rule.rule(), language),
                        rule.refusal()
                                .map(code -> outcomes.refusal(code, language))
                                .orElse(""),
                        rule.detail(),
                        rule.policy().entrySet().stream()
                                .sorted(Map.Entry.comparingByKey())
                                .map(one -> named("policy.", one.getKey(), language) + ": "
                                        + named("choice.", one.getValue(), language))
                                .toList()))
                .toList();
    }

    private String named(String prefix, String name, Locale language) {
        return words.knows(prefix + name) ? words.say(language, prefix + name) : name;
    }

    /** Why the patron gets no hold now, and what helps. */
    record Block(String words, String help) {}

    record Fine(String loan, String title, String sum, String late) {}

    /** @param refusal empty when the rule has nothing against it */
    record Rule(String name, String refusal, String detail, List<String> policy) {}
}
