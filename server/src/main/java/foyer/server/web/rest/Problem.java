package foyer.server.web.rest;

import foyer.server.broker.EnrolmentDesk;
import foyer.server.desk.Desk;
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
    NO_SUCH_ALARM(404),
    NO_SUCH_STATION(404),
    METHOD_NOT_ALLOWED(405),
    NOT_ACCEPTABLE(406),
    NOT_AVAILABLE(409),
    HOLD_LIMIT(409),
    ALREADY_HELD(409),
    WRONG_STATE(409),
    LENGTH_MISSING(411),
    BODY_TOO_LONG(413),
    MEDIA_TYPE_UNKNOWN(415),
    FIELDS_WRONG(422),
    NO_SUCH_BRANCH(422),
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

    /** Another patron's hold is answered as one that does not exist, so that nobody learns which ids do. */
    public static Problem of(Desk.Why why) {
        return switch (why) {
            case NO_SUCH_TITLE -> NO_SUCH_TITLE;
            case NO_SUCH_ITEM -> NO_SUCH_ITEM;
            case NO_SUCH_BRANCH -> NO_SUCH_BRANCH;
            case NO_SUCH_HOLD, NOT_YOURS -> NO_SUCH_HOLD;
            case NO_SUCH_ALARM -> NO_SUCH_ALARM;
            case NOT_AVAILABLE -> NOT_AVAILABLE;
            case HOLD_LIMIT -> HOLD_LIMIT;
            case ALREADY_HELD -> ALREADY_HELD;
            case OTHER_NETWORK -> OTHER_NETWORK;
            case WRONG_STATE -> WRONG_STATE;
            case REASON_MISSING -> REASON_MISSING;
            case KEY_REUSED -> KEY_REUSED;
        };
    }

    static Problem of(EnrolmentDesk.Why why) {
        return switch (why) {
            case TOKEN -> ENROLMENT_REFUSED;
            case REQUEST -> ENROLMENT_REQUEST_WRONG;
            case NAME -> ENROLMENT_NAME_WRONG;
        };
    }
}
