/**
 * The whole house at once: server and kiosk started as the processes they are in a library, a simulated wall on
 * pseudo-terminals before them, and a hand that presses the touchscreen. The end-to-end tests, the demonstration and
 * the benchmark stand on these few classes. Comes in: jars that the build has made. Goes out: running processes.
 */
@NullMarked
package foyer.whole;

import org.jspecify.annotations.NullMarked;
