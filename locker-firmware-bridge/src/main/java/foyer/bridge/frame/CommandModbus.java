package foyer.bridge.frame;

import java.util.Optional;

/**
 * What can be asked of a Modbus relay board with inputs. Addresses are 1 to 247 (a stray FF, common where a line is
 * switched over, so begins no frame); channels count from 1 to 48, though on the wire from 0. The source is the boards'
 * published frames and the Modbus Application Protocol 1.1b3.
 *
 * <p>These are the commands themselves; {@link #bytes} frames them for a serial line (RTU), {@link CommandModbusTcp} for
 * TCP.
 */
public sealed interface CommandModbus {
    /** Of the board, or 0 where every board on the line obeys. */
    int address();

    /**
     * Switches a relay on for a while. The board times it, so whatever happens to this computer the lock's coil is not
     * left on.
     *
     * @param tenths of a second, 1 to 32,767
     */
    record FlashOn(int address, int channel, int tenths) implements CommandModbus {
        public FlashOn {
            BytesModbus.checkAddress(address);
            BytesModbus.checkChannel(channel);
            BytesModbus.check("tenths", tenths, 1, BytesModbus.MAX_TENTHS);
        }
    }

    /** Steadily on; for lamps and buzzers, never for locks. */
    record On(int address, int channel) implements CommandModbus {
        public On {
            BytesModbus.checkAddress(address);
            BytesModbus.checkChannel(channel);
        }
    }

    record Off(int address, int channel) implements CommandModbus {
        public Off {
            BytesModbus.checkAddress(address);
            BytesModbus.checkChannel(channel);
        }
    }

    record AllOff(int address) implements CommandModbus {
        public AllOff {
            BytesModbus.checkAddress(address);
        }
    }

    /** Whether the first relays are on. */
    record ReadCoils(int address, int channels) implements CommandModbus {
        public ReadCoils {
            BytesModbus.checkAddress(address);
            BytesModbus.checkChannel(channels);
        }
    }

    /** Whether the first inputs are on. */
    record ReadInputs(int address, int channels) implements CommandModbus {
        public ReadInputs {
            BytesModbus.checkAddress(address);
            BytesModbus.checkChannel(channels);
        }
    }

    /**
     * How a relay is controlled.
     *
     * @param mode 0 is normal, by commands alone; any other lets an input switch its relay, as a board may be shipped
     */
    record SetMode(int address, int channel, int mode) implements CommandModbus {
        public SetMode {
            BytesModbus.checkAddress(address);
            BytesModbus.checkChannel(channel);
            BytesModbus.check("mode", mode, 0, 0xFFFF);
        }
    }

    /** Every board on the line takes this address: only one may be there. */
    record SetAddress(int newAddress) implements CommandModbus {
        public SetAddress {
            BytesModbus.checkAddress(newAddress);
        }

        @Override
        public int address() {
            return BytesModbus.BROADCAST;
        }
    }

    /** Every board on the line takes this speed (8N1). */
    record SetBaud(Baud baud) implements CommandModbus {
        @Override
        public int address() {
            return BytesModbus.BROADCAST;
        }
    }

    /** The speeds with a published code. */
    enum Baud {
        BAUD_9600(1),
        BAUD_19200(2),
        BAUD_115200(5);

        final int code;

        Baud(int code) {
            this.code = code;
        }
    }

    /** Its RTU frame. */
    default byte[] bytes() {
        return BytesModbus.rtu(address(), CommandPdu.bytes(this));
    }

    /** The command of exactly this RTU frame; empty if it is none. */
    static Optional<CommandModbus> of(byte[] frame) {
        if (frame.length != BytesModbus.PDU + BytesModbus.RTU || !BytesModbus.intact(frame)) {
            return Optional.empty();
        }
        return CommandPdu.of(BytesModbus.at(frame, 0), BytesModbus.pduOfRtu(frame));
    }
}
