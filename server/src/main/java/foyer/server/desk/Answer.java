package foyer.server.desk;

import foyer.server.circulation.Refusal;
import java.util.Map;

/** What came of a command. */
public sealed interface Answer {
    /** Done; {@code id} of what was made or changed. */
    record Done(String id) implements Answer {}

    /**
     * Done, with secrets that are shown this once and kept nowhere: a PIN, a password.
     *
     * @param secrets by name
     */
    record Given(String id, Map<String, String> secrets) implements Answer {
        public Given {
            secrets = Map.copyOf(secrets);
        }

        @Override
        public String toString() {
            return "Given[" + id + "]";
        }
    }

    /**
     * Not done, and why.
     *
     * @param code stable, with words in four languages: {@code hold-limit}
     * @param detail completes the words, as the limit or the state it is in
     */
    record Refused(String code, String detail) implements Answer {
        static Refused of(Refusal why, String detail) {
            return new Refused(why.code(), detail);
        }
    }

    static Answer refused(String code) {
        return new Refused(code, "");
    }
}
