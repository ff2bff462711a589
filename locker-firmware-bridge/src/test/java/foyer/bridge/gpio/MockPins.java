package foyer.bridge.gpio;

import com.pi4j.context.Context;
import com.pi4j.io.exception.IOException;
import com.pi4j.io.gpio.digital.DigitalInput;
import com.pi4j.io.gpio.digital.DigitalInputConfig;
import com.pi4j.io.gpio.digital.DigitalInputProvider;
import com.pi4j.io.gpio.digital.DigitalOutput;
import com.pi4j.io.gpio.digital.DigitalOutputConfig;
import com.pi4j.io.gpio.digital.DigitalOutputProvider;
import com.pi4j.io.gpio.digital.DigitalState;
import com.pi4j.plugin.mock.provider.gpio.digital.MockDigitalInput;
import com.pi4j.plugin.mock.provider.gpio.digital.MockDigitalInputProviderImpl;
import com.pi4j.plugin.mock.provider.gpio.digital.MockDigitalOutput;
import com.pi4j.plugin.mock.provider.gpio.digital.MockDigitalOutputProviderImpl;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** Pi4J's mock pins, which also fail as real ones do. Contacts begin open, as a pulled-up pin with nothing on it. */
public final class MockPins {
    /** What an output was told, when, and by which thread. */
    record Told(int pin, DigitalState level, long at, String thread) {}

    final List<Told> told = new CopyOnWriteArrayList<>();
    final Map<Integer, Contact> contacts = new ConcurrentHashMap<>();
    final Set<Integer> held = ConcurrentHashMap.newKeySet();
    final Set<Integer> givenBack = ConcurrentHashMap.newKeySet();
    /** Whether the pin refuses what it is told. */
    volatile Predicate<DigitalState> refuses = _ -> false;
    /** What happens in the pin once it has taken what it was told. */
    public volatile Consumer<DigitalState> then = _ -> {};

    public GpioProvider provider() {
        return new GpioProvider(Outputs::new, Inputs::new);
    }

    public List<DigitalState> levels(int pin) {
        return told.stream().filter(word -> word.pin() == pin).map(Told::level).toList();
    }

    public void shorten(int pin) {
        contact(pin).mockState(DigitalState.LOW);
    }

    public void release(int pin) {
        contact(pin).mockState(DigitalState.HIGH);
    }

    Contact contact(int pin) {
        Contact contact = contacts.get(pin);
        if (contact == null) {
            throw new IllegalArgumentException("nobody has opened GPIO" + pin);
        }
        return contact;
    }

    private void checkFree(int pin) {
        if (held.contains(pin)) {
            throw new IOException("GPIO" + pin + " is held");
        }
    }

    /** A contact whose listener can be made deaf, as Pi4J's own can end unnoticed. */
    static final class Contact extends MockDigitalInput {
        private volatile DigitalState silently = DigitalState.UNKNOWN;

        Contact(DigitalInputProvider provider, DigitalInputConfig config) {
            super(provider, config);
        }

        void changeUnheard(DigitalState level) {
            silently = level;
        }

        @Override
        public DigitalState state() {
            return silently == DigitalState.UNKNOWN ? super.state() : silently;
        }
    }

    private final class Inputs extends MockDigitalInputProviderImpl {
        @Override
        public DigitalInput create(DigitalInputConfig config) {
            checkFree(config.address());
            Contact contact = new Contact(this, config);
            context.registry().add(contact);
            contact.mockState(DigitalState.HIGH);
            contacts.put(config.address(), contact);
            return contact;
        }
    }

    private final class Relay extends MockDigitalOutput {
        private final int pin;

        Relay(DigitalOutputProvider provider, DigitalOutputConfig config) {
            super(provider, config);
            pin = config.address();
        }

        @Override
        public DigitalOutput state(DigitalState level) {
            if (refuses.test(level)) {
                throw new IOException("GPIO" + pin + " does not work");
            }
            DigitalOutput self = super.state(level);
            told.add(new Told(
                    pin, level, System.nanoTime(), Thread.currentThread().getName()));
            then.accept(level);
            return self;
        }

        @Override
        public DigitalOutput shutdown(Context context) {
            DigitalOutput self = super.shutdown(context);
            givenBack.add(pin);
            return self;
        }
    }

    private final class Outputs extends MockDigitalOutputProviderImpl {
        @Override
        public DigitalOutput create(DigitalOutputConfig config) {
            checkFree(config.address());
            Relay relay = new Relay(this, config);
            context.registry().add(relay);
            return relay;
        }
    }
}
