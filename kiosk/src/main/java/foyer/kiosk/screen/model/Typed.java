package foyer.kiosk.screen.model;

import java.util.Arrays;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;

/**
 * Digits while they are typed. They live here alone and are overwritten, not just forgotten, when they were sent or the
 * person left.
 */
public final class Typed {
    /** Fewer digits are neither a card number nor a PIN of any library: an empty PIN above all is never sent. */
    public static final int LEAST = 4;

    private final char[] digits;
    private final ReadOnlyIntegerWrapper length = new ReadOnlyIntegerWrapper(this, "length", 0);

    /** @param most digits taken; further ones are ignored */
    public Typed(int most) {
        this.digits = new char[most];
    }

    /** Changes with every digit; what was typed is not observable. */
    public ReadOnlyIntegerProperty lengthProperty() {
        return length.getReadOnlyProperty();
    }

    public int length() {
        return length.get();
    }

    public void add(char digit) {
        if (digit < '0' || digit > '9') {
            throw new IllegalArgumentException("not a digit");
        }
        if (length.get() < digits.length) {
            digits[length.get()] = digit;
            length.set(length.get() + 1);
        }
    }

    public void erase() {
        if (length.get() > 0) {
            digits[length.get() - 1] = 0;
            length.set(length.get() - 1);
        }
    }

    public String text() {
        return new String(digits, 0, length.get());
    }

    public void wipe() {
        Arrays.fill(digits, (char) 0);
        length.set(0);
    }

    /** Never what was typed. */
    @Override
    public String toString() {
        return "Typed[]";
    }
}
