package foyer.bridge.proof;

import foyer.bridge.Hardware;
import foyer.bridge.Opening;
import foyer.bridge.SteppedStation;
import foyer.bridge.board.Bus;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * A fault put into production on purpose, to see the proof fail.
 *
 * @param driver wraps the bus
 * @param judge changes what the opening of a door of this name says
 * @param opener how the bus is opened
 */
record Flaw(
        UnaryOperator<Bus> driver,
        BiFunction<String, Opening, Opening> judge,
        Function<Hardware, SteppedStation.Opener> opener) {
    static final Flaw NONE = new Flaw(bus -> bus, (target, outcome) -> outcome, SteppedStation::opener);

    static Flaw driver(UnaryOperator<Bus> driver) {
        return new Flaw(driver, NONE.judge, NONE.opener);
    }

    static Flaw judge(BiFunction<String, Opening, Opening> judge) {
        return new Flaw(NONE.driver, judge, NONE.opener);
    }

    static Flaw opener(Function<Hardware, SteppedStation.Opener> opener) {
        return new Flaw(NONE.driver, NONE.judge, opener);
    }
}
