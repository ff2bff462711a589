package foyer.server.desk;

import foyer.server.circulation.Placing;
import foyer.server.circulation.Refusal;
import foyer.server.ledger.Ledger;
import foyer.server.ledger.Picture;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Why something is so: every rule with what it says, and the policy values it rests on. Changes nothing. */
@Component
public final class Explaining {
    private final HoldDesk desk;
    private final Picture picture;
    private final Ledger ledger;
    private final Clock clock;

    Explaining(HoldDesk desk, Picture picture, Ledger ledger, Clock clock) {
        this.desk = desk;
        this.picture = picture;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** @param rules all of them, those that have nothing against it too */
    public record PlacingExplained(boolean allowed, List<RuleSaid> rules) {
        public PlacingExplained {
            rules = List.copyOf(rules);
        }
    }

    /**
     * @param rule a stable name
     * @param refusal the code it refuses with; empty when it has nothing against it
     * @param policy the values it used, by key
     */
    public record RuleSaid(String rule, Optional<String> refusal, String detail, Map<String, String> policy) {
        public RuleSaid {
            policy = Map.copyOf(policy);
        }
    }

    /** Why this patron may or may not place this hold now; empty when there is no such patron. */
    public Optional<PlacingExplained> placing(String patron, String title, Optional<String> item, String branch) {
        return ledger.write(
                () -> Shapes.patron(patron).flatMap(picture::standing).map(standing -> {
                    HoldDesk.Wish wish = new HoldDesk.Wish(title, item, branch, Optional.empty());
                    Placing.Command command =
                            HoldDesk.command(standing.patron().id(), wish, item.flatMap(Shapes::item));
                    List<RuleSaid> rules =
                            Placing.explain(command, desk.known(command, standing), clock.instant()).stream()
                                    .map(said -> new RuleSaid(
                                            said.rule(),
                                            said.refusal().map(Refusal::code),
                                            said.detail(),
                                            said.policy()))
                                    .toList();
                    return new PlacingExplained(
                            rules.stream().allMatch(rule -> rule.refusal().isEmpty()), rules);
                }));
    }
}
