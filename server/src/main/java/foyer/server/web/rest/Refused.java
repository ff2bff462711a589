package foyer.server.web.rest;

import java.util.List;
import java.util.Optional;

/** Leaves a REST route with a {@link Problem}; {@link ProblemAdvice} writes it. Carries no stack. */
final class Refused extends RuntimeException {
    private final Problem problem;
    private final List<String> fields;
    private final String detail;
    private final transient Optional<String> phone;

    Refused(Problem problem) {
        this(problem, List.of(), "", Optional.empty());
    }

    /** @param fields those that are wrong, by our own names */
    Refused(Problem problem, List<String> fields) {
        this(problem, fields, "", Optional.empty());
    }

    /**
     * @param detail completes the words, as a limit or a state; may be empty
     * @param phone of who helps
     */
    Refused(Problem problem, String detail, Optional<String> phone) {
        this(problem, List.of(), detail, phone);
    }

    private Refused(Problem problem, List<String> fields, String detail, Optional<String> phone) {
        super(problem.code(), null, false, false);
        this.problem = problem;
        this.fields = List.copyOf(fields);
        this.detail = detail;
        this.phone = phone;
    }

    Problem problem() {
        return problem;
    }

    List<String> fields() {
        return fields;
    }

    String detail() {
        return detail;
    }

    Optional<String> phone() {
        return phone;
    }
}
