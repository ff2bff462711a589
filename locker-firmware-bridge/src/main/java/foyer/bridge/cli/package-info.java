/**
 * The installer's tool {@code locker-bridge}: finds boards, tries doors, bins and scanners, corrects a hardware file and
 * reports what is wrong. In come a technician's words and the bridge's; out go texts or JSON, and an {@link
 * foyer.bridge.cli.Exit} code. English only. It may use every other room, and none of them may use it.
 */
@NullMarked
package foyer.bridge.cli;

import org.jspecify.annotations.NullMarked;
