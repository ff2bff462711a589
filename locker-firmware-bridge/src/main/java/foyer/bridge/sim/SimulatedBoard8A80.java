package foyer.bridge.sim;

import foyer.bridge.frame.Command8A80;
import foyer.bridge.frame.Reply8A80;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;

/**
 * An 8A/80 board with doors that spring open when pulsed, and faults to switch on. Channels are 1 to 24 or 32. Any
 * thread may work its doors while a {@link SimulatedBus} asks it.
 */
public final class SimulatedBoard8A80 {
    private static final long DROP = TimeUnit.MILLISECONDS.toNanos(300);
    private static final int NOISE_SPOILS_EVERY = 3;

    private final int address;
    private final int channels;
    private final boolean[] shortedWhenClosed;
    private final boolean[] open;
    private final boolean[] stuck;
    private final int[] pulls;
    private final int[] pulses;
    private final long[] brokenSince;
    private final Random random = new Random(8_0_8_0);
    private boolean noise;
    private boolean silent;
    private boolean silentAfterPulse;
    private boolean echo;
    private boolean reports;
    private Duration late = Duration.ZERO;
    private int replies;

    /** All doors closed, and closed means shorted (0x11). */
    public SimulatedBoard8A80(int address, int channels) {
        this.address = address;
        this.channels = channels;
        this.shortedWhenClosed = new boolean[channels + 1];
        this.open = new boolean[channels + 1];
        this.stuck = new boolean[channels + 1];
        this.pulls = new int[channels + 1];
        this.pulses = new int[channels + 1];
        this.brokenSince = new long[channels + 1];
        for (int channel = 1; channel <= channels; channel++) {
            shortedWhenClosed[channel] = true;
            pulls[channel] = channel;
        }
    }

    public int address() {
        return address;
    }

    /** Which contact value means closed, as {@code closed=} in a hardware file: 0x11 is shorted. */
    public synchronized void closedMeansShorted(int channel, boolean shorted) {
        shortedWhenClosed[channel] = shorted;
    }

    public synchronized void closeDoor(int channel) {
        open[channel] = false;
    }

    /** Without a pulse: forced, or opened by key. */
    public synchronized void openDoor(int channel) {
        open[channel] = true;
    }

    public synchronized boolean isOpen(int channel) {
        boolean broken = brokenSince[channel] != 0 && System.nanoTime() - brokenSince[channel] < DROP;
        return open[channel] || broken;
    }

    /** How often the channel's lock was pulsed, whether or not its door moved. */
    public synchronized int openedPulses(int channel) {
        return pulses[channel];
    }

    /** Something falls through the beam on this channel, which opens for 300 ms. */
    public synchronized void drop(int beamChannel) {
        long now = System.nanoTime();
        brokenSince[beamChannel] = now == 0 ? 1 : now;
    }

    /** A stuck door's lock is pulsed, and the door stays as it is. */
    public synchronized void stuck(int channel, boolean isStuck) {
        stuck[channel] = isStuck;
    }

    /** From now on a pulse for {@code channel} moves {@code other}'s door; with both the same it is mended. */
    public synchronized void wrongDoor(int channel, int other) {
        pulls[channel] = other;
    }

    /** Random bytes before each answer, and every third answer spoilt; the same ones on each run. */
    public synchronized void noise(boolean on) {
        noise = on;
    }

    /** Hears nothing, does nothing. */
    public synchronized void silent(boolean on) {
        silent = on;
    }

    /** Falls silent as soon as it has pulsed, until {@link #silent} is switched off. */
    public synchronized void silentAfterPulse(boolean on) {
        silentAfterPulse = on;
    }

    /** Its line gives back what is written to it. */
    public synchronized void echo(boolean on) {
        echo = on;
    }

    /** Sends {@code 82} frames unasked when a pulse has moved a door. */
    public synchronized void reports(boolean on) {
        reports = on;
    }

    /** Answers after this time only. */
    public synchronized void late(Duration delay) {
        late = delay;
    }

    synchronized Duration late() {
        return late;
    }

    synchronized boolean echoes() {
        return echo;
    }

    /** What goes out on the line when this command has come in; empty if the board keeps quiet. */
    synchronized List<byte[]> answer(Command8A80 command) {
        if (silent || command.address() != address) {
            return List.of();
        }
        List<byte[]> out = new ArrayList<>();
        switch (command) {
            case Command8A80.Open(int board, int channel) -> open(board, channel, out);
            case Command8A80.OpenFor(int board, int channel, int seconds) -> open(board, channel, out);
            case Command8A80.OpenAll(int board) -> {
                for (int channel = 1; channel <= channels; channel++) {
                    open(board, channel, out);
                }
            }
            case Command8A80.Query(int board, int channel) -> {
                if (channel <= channels) {
                    out.add(new Reply8A80.One(board, channel, isShorted(channel)).bytes());
                }
            }
            case Command8A80.QueryAll(int board) -> out.add(new Reply8A80.All(board, channels, bits()).bytes());
            case Command8A80.Find(int board) -> {
                // What a board answers to it is not in any source, so nothing is made up.
            }
        }
        return noise ? spoilt(out) : out;
    }

    private void open(int board, int channel, List<byte[]> out) {
        if (channel > channels) {
            return;
        }
        pulses[channel]++;
        int moved = pulls[channel];
        if (!stuck[channel] && !stuck[moved]) {
            open[moved] = true;
        }
        if (silentAfterPulse) {
            silent = true;
            return;
        }
        out.add(new Reply8A80.Unlocked(board, channel, isShorted(channel)).bytes());
        if (reports) {
            out.add(new Reply8A80.Report(board, moved, isShorted(moved)).bytes());
        }
    }

    private List<byte[]> spoilt(List<byte[]> good) {
        List<byte[]> out = new ArrayList<>();
        for (byte[] frame : good) {
            byte[] garbage = new byte[1 + random.nextInt(6)];
            random.nextBytes(garbage);
            out.add(garbage);
            if (++replies % NOISE_SPOILS_EVERY == 0) {
                frame[random.nextInt(frame.length)] ^= (byte) (1 << random.nextInt(8));
            }
            out.add(frame);
        }
        return out;
    }

    private boolean isShorted(int channel) {
        return isOpen(channel) != shortedWhenClosed[channel];
    }

    private long bits() {
        long bits = 0;
        for (int channel = 1; channel <= channels; channel++) {
            bits |= isShorted(channel) ? 1L << (channel - 1) : 0;
        }
        return bits;
    }
}
