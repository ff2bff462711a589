package foyer.server.web.rest;

import foyer.server.broker.EnrolmentDesk;
import java.util.Arrays;
import java.util.Locale;
import org.springframework.http.HttpStatus;

/** Every way in which REST says no: a stable code, its status, and words under {@code problem.<code>}. */
public enum Problem {
    BODY_NOT_JSON(400),
    BODY_WRONG_SHAPE(400),
    IDEMPOTENCY_KEY_MISSING(400),
    PARAMETER_WRONG(400),
    NOT_SIGNED_IN(401),
    SIGN_IN_REFUSED(401),
    NOT_ALLOWED(403),
    NOT_FOUND(404),
    NO_SUCH_TITLE(404),
    NO_SUCH_ITEM(404),
    NO_SUCH_HOLD(404),
    NO_SUCH_LOAN(404),
    NO_SUCH_PATRON(404),
    NO_SUCH_FINE(404),
    NO_SUCH_APPOINTMENT(404),
    NO_SUCH_BATCH(404),
    NO_SUCH_ALARM(404),
    NO_SUCH_BRANCH(404),
    NO_SUCH_STATION(404),
    METHOD_NOT_ALLOWED(405),
    NOT_ACCEPTABLE(406),
    NOT_AVAILABLE(409),
    HOLD_LIMIT(409),
    ALREADY_HELD(409),
    ALREADY_ON_LOAN(409),
    LOAN_LIMIT(409),
    PICKUP_ELSEWHERE(409),
    LOCKED(409),
    CARD_EXPIRED(409),
    OVERDUE_LOANS(409),
    UNPAID_FINES(409),
    WRONG_STATE(409),
    ON_LOAN(409),
    PROMISED(409),
    STILL_RESTING(409),
    IN_DEMAND(409),
    TOO_LATE(409),
    NO_RENEWALS_LEFT(409),
    ALREADY_REQUESTED(409),
    NOT_REQUESTED(409),
    NO_APPOINTMENTS(409),
    SLOT_CLOSED(409),
    SLOT_FULL(409),
    NO_COMPARTMENT(409),
    CARD_TAKEN(409),
    LOGIN_TAKEN(409),
    CHANGED_MEANWHILE(412),
    LENGTH_MISSING(411),
    BODY_TOO_LONG(413),
    MEDIA_TYPE_UNKNOWN(415),
    FIELDS_WRONG(422),
    DAY_WRONG(422),
    CARD_WRONG(422),
    POLICY_WRONG(422),
    CALENDAR_WRONG(422),
    OTHER_NETWORK(422),
    REASON_MISSING(422),
    KEY_REUSED(422),
    TOO_MANY_ATTEMPTS(429),
    ENROLMENT_REFUSED(403),
    ENROLMENT_REQUEST_WRONG(422),
    ENROLMENT_NAME_WRONG(422),
    OUR_FAULT(500);

    private final int status;

    Problem(int status) {
        this.status = status;
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public HttpStatus status() {
        return HttpStatus.valueOf(status);
    }

    /** What only the library can settle: the answer says its phone (domain A9, B10). */
    boolean wantsPhone() {
        return switch (this) {
            case LOCKED, CARD_EXPIRED, OVERDUE_LOANS, UNPAID_FINES -> true;
            default -> false;
        };
    }

    /**
     * @param code as the desk refuses with
     * @throws IllegalArgumentException when there is no such code: a bug, which a test looks for
     */
    public static Problem of(String code) {
        // Another patron's hold is answered as one that does not exist, so that nobody learns which ids do.
        String known = code.equals("not-yours") ? NO_SUCH_HOLD.code() : code;
        return Arrays.stream(values())
                .filter(problem -> problem.code().equals(known))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no problem is named " + code));
    }

    static Problem of(EnrolmentDesk.Why why) {
        return switch (why) {
            case TOKEN -> ENROLMENT_REFUSED;
            case REQUEST -> ENROLMENT_REQUEST_WRONG;
            case NAME -> ENROLMENT_NAME_WRONG;
        };
    }
}
