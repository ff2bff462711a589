package foyer.server.web.rest;

import foyer.server.desk.Explaining;
import foyer.server.projection.AccountPages;
import foyer.server.web.safe.Signed;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Locale;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** An account, whole (domain A11): for the patron whose it is, and for staff of the network. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "Patrons")
class AccountRest {
    private final AccountPages accounts;
    private final Explaining explaining;
    private final Problems problems;

    AccountRest(AccountPages accounts, Explaining explaining, Problems problems) {
        this.accounts = accounts;
        this.explaining = explaining;
        this.problems = problems;
    }

    @GetMapping("/account")
    @Operation(
            summary = "My account",
            description = "All of it: ordered, reserved, in queue, rejected, on loan, overdue, what blocks it, fines, "
                    + "limits and appointments.")
    AccountJson account(@AuthenticationPrincipal Signed.Patron patron, Locale language) {
        return account(patron.getName(), language);
    }

    @GetMapping("/staff/patrons/{id}/account")
    @Tag(name = "Staff: patrons")
    @Operation(summary = "A patron's account", description = "As the patron sees it.")
    AccountJson account(@AuthenticationPrincipal Signed.Staff staff, @PathVariable String id, Locale language) {
        if (accounts.network(id).filter(staff.network()::equals).isEmpty()) {
            throw new Refused(Problem.NO_SUCH_PATRON);
        }
        return account(id, language);
    }

    private AccountJson account(String patron, Locale language) {
        return accounts.find(patron)
                .map(page -> AccountJson.of(page, explaining::expected, code -> problems.words(code, language)))
                .orElseThrow(() -> new Refused(Problem.NO_SUCH_PATRON));
    }
}
