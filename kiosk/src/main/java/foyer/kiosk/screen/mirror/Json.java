package foyer.kiosk.screen.mirror;

/** Text as it stands in JSON. The mirror writes three small objects; a library would be more than they are. */
final class Json {
    private Json() {}

    static String text(String value) {
        StringBuilder json = new StringBuilder(value.length() + 2).append('"');
        for (int at = 0; at < value.length(); at++) {
            char letter = value.charAt(at);
            switch (letter) {
                case '"' -> json.append("\\\"");
                case '\\' -> json.append("\\\\");
                default -> {
                    if (letter < ' ') {
                        json.append("\\u00").append(Character.forDigit(letter >> 4, 16));
                        json.append(Character.forDigit(letter & 15, 16));
                    } else {
                        json.append(letter);
                    }
                }
            }
        }
        return json.append('"').toString();
    }
}
