package foyer.server.web.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import foyer.server.desk.Explaining.ExpectedSaid;
import foyer.server.desk.Explaining.PlacingExplained;
import foyer.server.desk.Explaining.RuleSaid;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Whether a hold could be placed now, and what each rule says, with the policy values it rests on. */
@Schema(name = "Explanation", description = "Whether a hold could be placed now, and what each rule says to it.")
record ExplanationJson(boolean allowed, List<RuleJson> rules) {
    ExplanationJson {
        rules = List.copyOf(rules);
    }

    /** @param words of a refusal's code */
    static ExplanationJson of(PlacingExplained explained, UnaryOperator<String> words) {
        return new ExplanationJson(
                explained.allowed(),
                explained.rules().stream().map(rule -> RuleJson.of(rule, words)).toList());
    }

    /** One rule. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "Rule")
    record RuleJson(
            @Schema(example = "hold-limit") String rule,

            @Schema(description = "The code with which it refuses; absent when it has nothing against it") @Nullable
            String refusal,

            @Schema(description = "The refusal in words") @Nullable
            String words,

            @Schema(description = "Completes the words", example = "3") @Nullable
            String detail,

            @Schema(description = "The policy values it rests on", example = "{\"hold-limit\":\"3\"}")
            Map<String, String> policy) {
        RuleJson {
            policy = Map.copyOf(policy);
        }

        static RuleJson of(RuleSaid rule, UnaryOperator<String> words) {
            return new RuleJson(
                    rule.rule(),
                    rule.refusal().orElse(null),
                    rule.refusal().map(words).orElse(null),
                    rule.detail().isEmpty() ? null : rule.detail(),
                    rule.policy());
        }
    }

    /** When a hold that waits may come. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "Expected", description = "When a hold that waits may come, and how that was counted.")
    record ExpectedJson(
            @Schema(description = "In the queue, from 1 on") int position,

            @Schema(description = "Absent when nobody can tell") @Nullable
            LocalDate day,

            List<StepJson> steps) {
        ExpectedJson {
            steps = List.copyOf(steps);
        }

        static ExpectedJson of(ExpectedSaid said) {
            return new ExpectedJson(
                    said.position(),
                    said.day().orElse(null),
                    said.steps().stream()
                            .map(step -> new StepJson(step.what(), step.day().orElse(null), step.policy()))
                            .toList());
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "ExpectedStep")
    record StepJson(
            String what,
            @Nullable LocalDate day,

            @Schema(description = "The policy values it rests on")
            Map<String, String> policy) {
        StepJson {
            policy = Map.copyOf(policy);
        }
    }
}
