package foyer.bridge.sim;

import java.time.Duration;

/**
 * A board with doors that spring open when pulsed, outputs, and faults to switch on, whatever it speaks. Channels count
 * from 1. Any thread may work its doors while a {@link SimulatedBus} asks it.
 */
public final class SimulatedBoard {
    private static final long DROP = Duration.ofMillis(300).toNanos();

    private final int channels;
    private final Voice voice;
    private final Channel[] works;
    private int address;
    private boolean reversed;
    private boolean silent;
    private boolean silentAfterPulse;
    private boolean echo;
    private boolean talkative;
    private boolean pulsed;
    private Duration late = Duration.ZERO;

    /** What boards can be simulated, by the words of a hardware file. */
    public enum Kind {
        BOARD_8A80,
        CU16,
        CU48,
        MODBUS,
        MODBUS_TCP
    }

    /** One lock, its door and contact, and the relay or transistor that feeds it. */
    private static final class Channel {
        private boolean shortedWhenClosed = true;
        private boolean open;
        private boolean stuck;
        private int pulls;
        private int pulses;
        private boolean on;
        private boolean linked;
        private long flashedAt;
        private long flashNanos;
        private long brokenAt;
        private long brokenNanos;

        private boolean isOpen(long now) {
            return open || (brokenNanos > 0 && now - brokenAt < brokenNanos);
        }
    }

    private SimulatedBoard(Speech speech, int address, int channels) {
        this.voice = new Voice(speech);
        this.address = address;
        this.channels = channels;
        this.works = new Channel[channels + 1];
        for (int channel = 0; channel <= channels; channel++) {
            works[channel] = new Channel();
            works[channel].pulls = channel;
        }
    }

    /**
     * All doors closed, and closed means shorted (0x11, a 1 bit).
     *
     * @param address as the kind counts: 8A/80 1 to 32, CU16 and CU48 0 to 15, Modbus 1 to 247
     * @param channels 8A/80 24 or 32, CU16 1 to 32 (from 17 on infrared sensors), CU48 and Modbus 1 to 48
     */
    public static SimulatedBoard of(Kind kind, int address, int channels) {
        return switch (kind) {
            case BOARD_8A80 -> checked(new Speech8A80(), address, 1, 32, channels, 32);
            case CU16 -> checked(new SpeechCu16(), address, 0, 15, channels, 32);
            case CU48 -> checked(new SpeechCu48(), address, 0, 15, channels, 48);
            case MODBUS -> checked(new SpeechModbusRtu(), address, 1, 247, channels, 48);
            case MODBUS_TCP -> checked(new SpeechModbusTcp(), address, 1, 247, channels, 48);
        };
    }

    private static SimulatedBoard checked(Speech speech, int address, int least, int most, int channels, int highest) {
        boolean widthOf8A80 = !(speech instanceof Speech8A80) || channels == 24 || channels == 32;
        if (address < least || address > most || channels < 1 || channels > highest || !widthOf8A80) {
            throw new IllegalArgumentException(
                    "no such board has address " + address + " and " + channels + " channels");
        }
        return new SimulatedBoard(speech, address, channels);
    }

    public synchronized int address() {
        return address;
    }

    /** As its switch is turned. Another board on the line may have the address already. */
    public synchronized void address(int newAddress) {
        address = newAddress;
    }

    /** Which contact value means closed, as {@code closed=} in a hardware file: 0x11 is shorted. */
    public synchronized void closedMeansShorted(int channel, boolean shorted) {
        works[channel].shortedWhenClosed = shorted;
    }

    /** All contacts the other way round, as with locks of the other kind. */
    public synchronized void reversed(boolean on) {
        reversed = on;
    }

    public synchronized void closeDoor(int channel) {
        works[channel].open = false;
        if (works[channel].linked && isShorted(channel)) {
            // The contact switches the relay and the relay pulls the lock: such a door does not stay closed.
            pull(channel);
        }
    }

    /** Without a pulse: forced, or opened by key. */
    public synchronized void openDoor(int channel) {
        works[channel].open = true;
    }

    public synchronized boolean isOpen(int channel) {
        return works[channel].isOpen(System.nanoTime());
    }

    /** How often the channel's lock was pulsed, whether or not its door moved. */
    public synchronized int openedPulses(int channel) {
        return works[channel].pulses;
    }

    /** Whether the output is on, steadily or for the time of a pulse that the board times and shows (Modbus). */
    public synchronized boolean isOn(int channel) {
        Channel work = works[channel];
        boolean flashing = work.flashNanos > 0 && System.nanoTime() - work.flashedAt < work.flashNanos;
        return work.on || flashing || (work.linked && isShorted(channel));
    }

    /** Something falls through the beam on this channel, which opens for 300 ms. */
    public synchronized void drop(int beamChannel) {
        works[beamChannel].brokenAt = System.nanoTime();
        works[beamChannel].brokenNanos = DROP;
    }

    /** A stuck door's lock is pulsed, and the door stays as it is. */
    public synchronized void stuck(int channel, boolean isStuck) {
        works[channel].stuck = isStuck;
    }

    /** From now on a pulse for {@code channel} moves {@code other}'s door; with both the same it is mended. */
    public synchronized void wrongDoor(int channel, int other) {
        works[channel].pulls = other;
    }

    /** The channel's input switches its relay, as some Modbus boards are shipped until their mode is set to normal. */
    public synchronized void linked(int channel, boolean on) {
        works[channel].linked = on;
    }

    /**
     * On a wire random bytes before each answer, and every third answer spoilt; over TCP each answer again before the
     * next, and every third answer lost. The same ones on each run.
     */
    public synchronized void noise(boolean on) {
        voice.noise(on);
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

    /** Says after a pulse what only some boards say: 8A/80 an {@code 82} frame, CU16 an acknowledgement. */
    public synchronized void reports(boolean on) {
        talkative = on;
    }

    /** Answers after this time only. */
    public synchronized void late(Duration delay) {
        late = delay;
    }

    synchronized boolean echoes() {
        return echo;
    }

    /** Takes one more byte of the line; what the board says to it is empty nearly always. */
    synchronized Voice.Burst hear(byte heard) {
        pulsed = false;
        if (silent) {
            voice.forget();
            return Voice.Burst.NONE;
        }
        Voice.Burst burst = voice.hear(heard, this, late);
        if (pulsed && silentAfterPulse) {
            silent = true;
            return Voice.Burst.NONE;
        }
        return burst;
    }

    /** The line was idle: half a command is none. */
    synchronized void idle() {
        voice.forget();
    }

    int channels() {
        return channels;
    }

    synchronized boolean isTalkative() {
        return talkative;
    }

    /** Pulses a lock; returns the channel whose door it is meant to move. */
    synchronized int pulse(int channel) {
        works[channel].pulses++;
        pulsed = true;
        pull(channel);
        return works[channel].pulls;
    }

    /** Pulses a lock for a time during which the output reads as on. */
    synchronized void flash(int channel, Duration time) {
        var unused = pulse(channel);
        works[channel].flashedAt = System.nanoTime();
        works[channel].flashNanos = time.toNanos();
    }

    /** Switches an output. A lock on it is pulled, but that is no pulse: nobody ends it. */
    synchronized void output(int channel, boolean on) {
        works[channel].on = on;
        works[channel].flashNanos = 0;
        if (on) {
            pull(channel);
        }
    }

    private void pull(int channel) {
        Channel moved = works[works[channel].pulls];
        if (!works[channel].stuck && !moved.stuck) {
            moved.open = true;
        }
    }

    synchronized boolean isShorted(int channel) {
        return isOpen(channel) != works[channel].shortedWhenClosed != reversed;
    }

    /** Every contact, channel 1 in the lowest bit; 1 is shorted. */
    synchronized long contacts() {
        long bits = 0;
        for (int channel = 1; channel <= channels; channel++) {
            bits |= isShorted(channel) ? 1L << (channel - 1) : 0;
        }
        return bits;
    }

    /** Every output, as {@link #contacts}; 1 is on. */
    synchronized long outputs() {
        long bits = 0;
        for (int channel = 1; channel <= channels; channel++) {
            bits |= isOn(channel) ? 1L << (channel - 1) : 0;
        }
        return bits;
    }

    /** Whether it is on a wire, where who speaks at once garbles the bytes. */
    boolean onWire() {
        return voice.onWire();
    }
}
