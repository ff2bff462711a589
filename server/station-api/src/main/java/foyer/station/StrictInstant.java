package foyer.station;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.regex.Pattern;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;

/**
 * A time is written one way only: RFC 3339 in UTC, ended by Z. The library would also take seconds or milliseconds as a
 * number, and a sender's mistake of one for the other would put a fact into the year 56000.
 */
final class StrictInstant extends StdDeserializer<Instant> {
    private static final Pattern SHAPE =
            Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]{1,9})?Z");

    StrictInstant() {
        super(Instant.class);
    }

    @Override
    public Instant deserialize(JsonParser parser, DeserializationContext context) {
        if (parser.currentToken() != JsonToken.VALUE_STRING) {
            return context.reportInputMismatch(this, "not a time");
        }
        String text = parser.getString();
        if (!SHAPE.matcher(text).matches()) {
            return context.reportInputMismatch(this, "not a time");
        }
        try {
            return Instant.parse(text);
        } catch (DateTimeException e) {
            // The exception would quote the text.
            return context.reportInputMismatch(this, "no such day or time");
        }
    }
}
