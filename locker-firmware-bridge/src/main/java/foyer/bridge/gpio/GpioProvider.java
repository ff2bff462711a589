package foyer.bridge.gpio;

import com.pi4j.io.gpio.digital.DigitalInputProvider;
import com.pi4j.io.gpio.digital.DigitalOutputProvider;
import com.pi4j.plugin.gpiod.provider.gpio.digital.GpioDDigitalInputProvider;
import com.pi4j.plugin.gpiod.provider.gpio.digital.GpioDDigitalOutputProvider;
import java.util.function.Supplier;

/**
 * What moves the pins; chosen by whoever opens the bus, never by what is found. A provider serves one opening only, so
 * each opening gets new ones.
 */
public record GpioProvider(Supplier<DigitalOutputProvider> outputs, Supplier<DigitalInputProvider> inputs) {
    /**
     * The kernel's own interface (/dev/gpiochip*), on a Raspberry Pi of any model. It takes the first chip whose label
     * has "pinctrl" in it, which is the header's on all of them, whatever its number.
     */
    public static GpioProvider gpiod() {
        return new GpioProvider(GpioDDigitalOutputProvider::newInstance, GpioDDigitalInputProvider::newInstance);
    }
}
