package foyer.server.web.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import foyer.server.desk.Explaining.ExpectedSaid;
import foyer.server.projection.AccountPage;
import foyer.server.projection.Projections;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A patron's account, whole. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Account", description = "A patron's account, whole: as the patron may see it by now.")
record AccountJson(
        String patron,
        @Schema(description = "At which the patron joined") String branch,
        @Schema(description = "Of that branch") @Nullable String phone,

        @Schema(description = "Staff have not said yet what comes of them")
        List<OrderedJson> ordered,

        @Schema(description = "Being prepared, or to be collected")
        List<ReservedJson> reserved,

        List<QueuedJson> inQueue,
        @Schema(description = "In the last 30 days") List<HoldJson> rejected,
        @Schema(description = "What is not overdue") List<OnLoanJson> onLoan,
        List<OnLoanJson> overdue,
        @Schema(description = "Why no hold is taken now") List<BlockJson> blocks,
        @Schema(description = "Those owed") List<FineJson> fines,
        long owedCents,
        LimitsJson limits,
        @Schema(description = "Those agreed") List<AppointmentJson> appointments) {
    /**
     * @param expected when a hold that waits may come, by its id
     * @param words of a code
     */
    static AccountJson of(
            AccountPage page, Function<String, Optional<ExpectedSaid>> expected, UnaryOperator<String> words) {
        return new AccountJson(
                page.patron(),
                page.branch(),
                page.phone().orElse(null),
                page.ordered().stream()
                        .map(one -> new OrderedJson(HoldJson.forPatron(one.hold()), one.outcomeFrom()))
                        .toList(),
                page.reserved().stream().map(ReservedJson::of).toList(),
                page.inQueue().stream()
                        .map(one -> QueuedJson.of(one, expected.apply(one.hold().id())))
                        .toList(),
                page.rejected().stream().map(HoldJson::forPatron).toList(),
                page.onLoan().stream().map(one -> OnLoanJson.of(one, words)).toList(),
                page.overdue().stream().map(one -> OnLoanJson.of(one, words)).toList(),
                page.blocks().stream()
                        .map(one -> BlockJson.of(one, page.phone(), words))
                        .toList(),
                page.fines().stream().map(FineJson::forPatron).toList(),
                page.owedCents(),
                LimitsJson.of(page.limits(), words),
                page.appointments().stream().map(AppointmentJson::forPatron).toList());
    }

    @Override
    public String toString() {
        return "AccountJson[" + patron + "]";
    }

    @Schema(name = "OrderedHold")
    record OrderedJson(
            HoldJson hold,

            @Schema(description = "From when on the outcome is told")
            Instant outcomeFrom) {}

    @Schema(name = "ReservedHold")
    record ReservedJson(
            HoldJson hold,

            @Schema(allowableValues = {"being-prepared", "door", "hold-shelf"})
            String where,

            PickupJson pickup) {
        static ReservedJson of(AccountPage.Reserved row) {
            String where = row.where().name().toLowerCase(Locale.ROOT).replace('_', '-');
            return new ReservedJson(HoldJson.forPatron(row.hold()), where, PickupJson.of(row.at()));
        }
    }

    @Schema(name = "Pickup", description = "Where it is collected.")
    record PickupJson(
            String branch,
            @Schema(description = "By language") Map<String, String> name,
            String address,
            String phone) {
        static PickupJson of(Projections.BranchRow row) {
            return new PickupJson(row.id(), row.name(), row.address(), row.phone());
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "QueuedHold")
    record QueuedJson(
            HoldJson hold,
            @Schema(description = "From 1 on") int position,

            @Schema(description = "Absent when nobody can tell") @Nullable
            LocalDate expected) {
        static QueuedJson of(AccountPage.Waiting row, Optional<ExpectedSaid> said) {
            return new QueuedJson(
                    HoldJson.forPatron(row.hold()),
                    said.map(ExpectedSaid::position).orElse(row.position()),
                    said.flatMap(ExpectedSaid::day).orElse(null));
        }
    }

    @Schema(name = "LoanInAccount")
    record OnLoanJson(
            LoanJson loan,
            RenewalJson renewal,
            int daysLate,

            @Schema(description = "What returning it today would cost")
            int centsSoFar) {
        static OnLoanJson of(AccountPage.OnLoan row, UnaryOperator<String> words) {
            return new OnLoanJson(
                    LoanJson.forPatron(row.loan()),
                    RenewalJson.of(row.renewal(), words),
                    row.daysLate(),
                    row.centsSoFar());
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "Renewal")
    record RenewalJson(
            @Schema(allowableValues = {"may-ask", "requested", "no"})
            String state,

            @Schema(description = "Why not: a code", example = "in-demand") @Nullable
            String why,

            @Nullable String words,
            @Nullable String detail) {
        static RenewalJson of(AccountPage.Renewal row, UnaryOperator<String> words) {
            return new RenewalJson(
                    row.state(),
                    row.why().orElse(null),
                    row.why().map(words).orElse(null),
                    row.detail().isEmpty() ? null : row.detail());
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "Block", description = "Why no hold is taken now, and whom to phone.")
    record BlockJson(
            @Schema(example = "overdue-loans") String code,
            String words,
            @Schema(example = "2") @Nullable String detail,
            @Nullable String phone,

            @Schema(description = "The policy values it rests on")
            Map<String, String> policy) {
        static BlockJson of(AccountPage.Block row, Optional<String> phone, UnaryOperator<String> words) {
            return new BlockJson(
                    row.code(),
                    words.apply(row.code()),
                    row.detail().isEmpty() ? null : row.detail(),
                    phone.orElse(null),
                    row.policy());
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "Limits")
    record LimitsJson(
            int holdLimit,
            int holds,
            int holdsLeft,
            int loanLimit,
            int loans,
            int loansLeft,

            @Schema(
                    description = "A code, when there are as many holds as loans are still free",
                    allowableValues = BEYOND)
            @Nullable
            String advice,

            @Schema(description = "The advice in words") @Nullable
            String words) {
        private static final String BEYOND = "holds-beyond-free-loans";

        static LimitsJson of(AccountPage.Limits row, UnaryOperator<String> words) {
            return new LimitsJson(
                    row.holdLimit(),
                    row.holds(),
                    row.holdsLeft(),
                    row.loanLimit(),
                    row.loans(),
                    row.loansLeft(),
                    row.beyondFreeLoans() ? BEYOND : null,
                    row.beyondFreeLoans() ? words.apply(BEYOND) : null);
        }
    }
}
