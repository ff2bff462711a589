package foyer.bridge;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** One line of a hardware file: what it is about, its name, plain words, and {@code key=value} fields. */
final class Statement {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9-]{1,16}");

    private final String file;
    private final int line;
    private final List<String> words = new ArrayList<>();
    private final Map<String, String> fields = new HashMap<>();

    Statement(String file, int line, String text) throws HardwareFault {
        this.file = file;
        this.line = line;
        for (String word : text.strip().split("\\s+", -1)) {
            int equals = isCommand() ? -1 : word.indexOf('=');
            if (equals < 0) {
                words.add(word);
            } else if (fields.put(word.substring(0, equals), word.substring(equals + 1)) != null) {
                throw fault("'" + word.substring(0, equals) + "=' is written twice; write it once");
            }
        }
    }

    /** A camera's command goes to the end of the line and may have any signs in it. */
    private boolean isCommand() {
        return words.size() > 2
                && words.getFirst().equals("scanner")
                && words.get(2).equals("camera");
    }

    int line() {
        return line;
    }

    HardwareFault fault(String why) {
        return new HardwareFault(file, line, why);
    }

    /** The word at an index, 0 being what the line is about. */
    String word(int index, String example) throws HardwareFault {
        if (index >= words.size()) {
            throw fault("something is missing; write for example: " + example);
        }
        return words.get(index);
    }

    /** The words from an index on; at least one. */
    List<String> wordsFrom(int index, String example) throws HardwareFault {
        var unused = word(index, example);
        return List.copyOf(words.subList(index, words.size()));
    }

    String name(String example) throws HardwareFault {
        return checked(word(1, example));
    }

    /** A name in a field, or another where the file says nothing. */
    String nameIn(String key, String otherwise) throws HardwareFault {
        return fields.containsKey(key) ? checked(text(key, otherwise)) : otherwise;
    }

    private String checked(String name) throws HardwareFault {
        if (!NAME.matcher(name).matches()) {
            throw fault("'" + name + "' is no name; write 1 to 16 letters, digits and hyphens");
        }
        return name;
    }

    /** Refuses words and fields the line is not allowed to have, for a misspelt field would be a missing one. */
    void only(int wordCount, Set<String> keys, String example) throws HardwareFault {
        for (String key : new TreeSet<>(fields.keySet())) {
            if (!keys.contains(key)) {
                throw fault("'" + key + "=' has no meaning here; write for example: " + example);
            }
        }
        if (words.size() != wordCount) {
            throw fault(
                    (words.size() < wordCount ? "something is missing" : "'" + words.get(wordCount) + "' is too much")
                            + "; write for example: " + example);
        }
    }

    /** All of them, for who knows what each may be. */
    Map<String, String> fields() {
        return Map.copyOf(fields);
    }

    boolean has(String key) {
        return fields.containsKey(key);
    }

    String text(String key, String example) throws HardwareFault {
        String value = fields.get(key);
        if (value == null || value.isEmpty()) {
            throw fault("'" + key + "=' is missing; write for example " + key + "=" + example);
        }
        return value;
    }

    int number(String key, int from, int to) throws HardwareFault {
        return number(key + "=", text(key, Integer.toString(from)), from, to);
    }

    int number(String what, String value, int from, int to) throws HardwareFault {
        if (value.matches("[0-9]{1,9}")) {
            int number = Integer.parseInt(value);
            if (number >= from && number <= to) {
                return number;
            }
        }
        throw fault("'" + what + value + "' is out of range; write a number from " + from + " to " + to);
    }

    <E extends Enum<E>> E oneOf(String key, Class<E> type) throws HardwareFault {
        String names = String.join(
                ", ", List.of(type.getEnumConstants()).stream().map(Enum::name).toList());
        String value = text(key, type.getEnumConstants()[0].name());
        for (E constant : type.getEnumConstants()) {
            if (constant.name().equals(value)) {
                return constant;
            }
        }
        throw fault("'" + key + "=" + value + "' is not known; write one of " + names);
    }

    /** Which contact value means closed; 0x11 where the file says nothing. */
    boolean closedWhenShorted(String key) throws HardwareFault {
        return switch (fields.getOrDefault(key, "0x11")) {
            case "0x11" -> true;
            case "0x00" -> false;
            default -> throw fault("'" + key + "=" + fields.get(key) + "' is no contact value; write 0x11 or 0x00");
        };
    }
}
