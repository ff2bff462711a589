package foyer.station;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.InvalidTypeIdException;
import tools.jackson.databind.exc.ValueInstantiationException;

/**
 * Says why something could not be read: where, and what kind of mistake. The parser's own message is never repeated,
 * because it quotes the input, and the input may hold a card number or a name.
 */
final class Unread {
    private Unread() {}

    static String words(JacksonException problem) {
        StringBuilder where = new StringBuilder();
        for (JacksonException.Reference step : problem.getPath()) {
            append(where, step);
        }
        return where.isEmpty() ? kind(problem) : where + ": " + kind(problem);
    }

    private static void append(StringBuilder where, JacksonException.Reference step) {
        String field = step.getPropertyName();
        if (field == null) {
            where.append('[').append(step.getIndex()).append(']');
            return;
        }
        if (!where.isEmpty()) {
            where.append('.');
        }
        // A record's field is a word of ours; a map's key came with the message.
        where.append(step.from() instanceof Map ? "*" : field);
    }

    private static String kind(JacksonException problem) {
        return switch (problem) {
            case InvalidTypeIdException type ->
                type.getTypeId() == null ? "says no type" : "a type this version does not know";
            case ValueInstantiationException made -> refusal(made.getCause());
            case DatabindException mismatch -> "is missing, or is not what it must be";
            case InputCoercionException number -> "a number out of range";
            case StreamConstraintsException limits -> "deeper or longer than any message is";
            default -> "not JSON, seen at byte " + problem.getLocation().getByteOffset();
        };
    }

    /** Only a record of ours throws a plain IllegalArgumentException, and its words name shapes, never values. */
    private static String refusal(@Nullable Throwable cause) {
        if (cause != null && cause.getClass() == IllegalArgumentException.class && cause.getMessage() != null) {
            return cause.getMessage();
        }
        return "is missing, or is not what it must be";
    }
}
