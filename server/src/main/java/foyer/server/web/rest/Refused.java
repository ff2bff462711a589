package foyer.server.web.rest;

/** Leaves a REST route with a {@link Problem}; {@link ProblemAdvice} writes it. Carries no stack and no data. */
final class Refused extends RuntimeException {
    private final Problem problem;

    Refused(Problem problem) {
        super(problem.code(), null, false, false);
        this.problem = problem;
    }

    Problem problem() {
        return problem;
    }
}
