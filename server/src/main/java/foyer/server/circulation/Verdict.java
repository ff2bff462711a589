package foyer.server.circulation;

import java.util.Map;
import java.util.Optional;

/**
 * What one rule says, with the policy values it rests on.
 *
 * @param rule the rule's name: a stable code, which pages have words for
 * @param refusal empty when it has nothing against it
 * @param detail completes the words, as the limit
 * @param policy the values it used, by key
 */
public record Verdict(String rule, Optional<Refusal> refusal, String detail, Map<String, String> policy) {
    public Verdict {
        policy = Map.copyOf(policy);
    }

    static Verdict fine(String rule, Map<String, String> policy) {
        return new Verdict(rule, Optional.empty(), "", policy);
    }

    static Verdict no(String rule, Refusal why, String detail, Map<String, String> policy) {
        return new Verdict(rule, Optional.of(why), detail, policy);
    }

    static Verdict of(String rule, boolean fine, Refusal otherwise, String detail, Map<String, String> policy) {
        return fine ? fine(rule, policy) : no(rule, otherwise, detail, policy);
    }
}
