package foyer.server.desk;

import foyer.server.circulation.Expecting;
import foyer.server.circulation.Placing;
import foyer.server.circulation.Refusal;
import foyer.server.circulation.Standing;
import foyer.server.circulation.Verdict;
import foyer.server.ledger.Picture;
import foyer.server.ledger.Snapshot;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/** Why a hold can or cannot be placed, and when one that waits may come. */
@Component
public final class Explaining {
    private final Snapshot snapshot;
    private final Picture picture;
    private final Clock clock;

    Explaining(Snapshot snapshot, @Qualifier("shownPicture") Picture picture, Clock clock) {
        this.snapshot = snapshot;
        this.picture = picture;
        this.clock = clock;
    }

    public record PlacingExplained(boolean allowed, List<RuleSaid> rules) {
        public PlacingExplained {
            rules = List.copyOf(rules);
        }
    }

    /** @param refusal its code; empty when the rule has nothing against it */
    public record RuleSaid(String rule, Optional<String> refusal, String detail, Map<String, String> policy) {
        public RuleSaid {
            policy = Map.copyOf(policy);
        }
    }

    /** @param day on which it may come; empty when nobody can tell */
    public record ExpectedSaid(int position, Optional<LocalDate> day, List<StepSaid> steps) {
        public ExpectedSaid {
            steps = List.copyOf(steps);
        }
    }

    public record StepSaid(String what, Optional<LocalDate> day, Map<String, String> policy) {
        public StepSaid {
            policy = Map.copyOf(policy);
        }
    }

    /** Empty when there is no such patron. */
    public Optional<PlacingExplained> placing(String patron, String title, Optional<String> item, String branch) {
        return snapshot.read(() -> {
            Optional<Standing> standing = Shapes.patron(patron).flatMap(picture::standing);
            return standing.map(one -> {
                HoldDesk.Wish wish = new HoldDesk.Wish(title, item, branch, Optional.empty());
                Placing.Command command = HoldDesk.command(one.patron().id(), wish, item.flatMap(Shapes::item));
                List<RuleSaid> rules = Placing.explain(command, picture.placing(command, one), clock.instant()).stream()
                        .map(Explaining::said)
                        .toList();
                return new PlacingExplained(
                        rules.stream().allMatch(rule -> rule.refusal().isEmpty()), rules);
            });
        });
    }

    /** Why this date is expected (domain A10); empty when it is no hold that waits in a queue. */
    public Optional<ExpectedSaid> expected(String hold) {
        return snapshot.read(() -> Shapes.hold(hold).flatMap(picture::queued).map(queued -> {
            Expecting.Expected expected =
                    Expecting.of(queued, picture.expecting(queued.facts().title()), clock.instant());
            return new ExpectedSaid(
                    expected.position(),
                    expected.day(),
                    expected.steps().stream()
                            .map(step -> new StepSaid(step.code(), Optional.of(step.day()), step.policy()))
                            .toList());
        }));
    }

    private static RuleSaid said(Verdict verdict) {
        return new RuleSaid(verdict.rule(), verdict.refusal().map(Refusal::code), verdict.detail(), verdict.policy());
    }
}
