package foyer.server.web.rest;

import foyer.server.projection.BranchRules.Branch;
import foyer.server.projection.BranchRules.Rule;
import foyer.server.projection.BranchRules.SpecialDay;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** A branch with its rules, and what may be decided. */
@Schema(name = "BranchRules", description = "A branch with its rules, and what may be decided.")
record BranchRulesJson(
        @Schema(example = "ilukste-central") String id,
        @Schema(description = "By language") Map<String, String> name,
        String address,
        String phone,
        String email,
        @Schema(example = "Europe/Riga") String zone,

        @Schema(example = "MONDAY 10:00-18:00; TUESDAY 10:00-14:00")
        String hours,

        @Schema(allowableValues = {"NONE", "LATVIA", "GREECE"})
        String holidays,

        @Schema(description = "Days that are not like the others")
        List<DayJson> days,

        List<PolicyJson> policy) {
    BranchRulesJson {
        name = Map.copyOf(name);
        days = List.copyOf(days);
        policy = List.copyOf(policy);
    }

    static BranchRulesJson of(Branch row) {
        return new BranchRulesJson(
                row.id(),
                row.name(),
                row.address(),
                row.phone(),
                row.email(),
                row.zone(),
                row.hours(),
                row.holidays(),
                row.days().stream().map(DayJson::of).toList(),
                row.policy().stream().map(PolicyJson::of).toList());
    }

    @Schema(name = "SpecialDay")
    record DayJson(
            LocalDate day,

            @Schema(description = "Empty when closed", example = "10:00-14:00")
            String hours,

            String words) {
        static DayJson of(SpecialDay row) {
            return new DayJson(row.day(), row.hours(), row.words());
        }
    }

    @Schema(name = "PolicyValue")
    record PolicyJson(
            @Schema(example = "hold-limit") String key,

            @Schema(description = "What holds", example = "3")
            String value,

            @Schema(
                    description = "Who said so",
                    allowableValues = {"usual", "network", "branch"})
            String source,

            @Schema(description = "What would hold if nobody said anything")
            String usual,

            @Schema(description = "What would hold if the branch said nothing")
            String network,

            @Schema(description = "What it may be", example = "a whole number from 1 to 1000")
            String may,

            @Schema(description = "Those to choose from; empty where any fitting text will do")
            List<String> choices) {
        PolicyJson {
            choices = List.copyOf(choices);
        }

        static PolicyJson of(Rule row) {
            return new PolicyJson(
                    row.key(), row.value(), row.source(), row.usual(), row.network(), row.may(), row.choices());
        }
    }
}
