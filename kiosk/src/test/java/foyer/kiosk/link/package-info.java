/** The link against a real broker on this machine, and enrolment against a real web server. */
@NullMarked
package foyer.kiosk.link;

import org.jspecify.annotations.NullMarked;
