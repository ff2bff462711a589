package foyer.bridge.frame;

import java.util.Optional;

/**
 * What a Modbus relay board sends. These are the replies themselves; {@link #bytes} frames them for a serial line (RTU),
 * {@link ReplyModbusTcp} for TCP. The source is the boards' published frames and the Modbus Application Protocol 1.1b3.
 */
public sealed interface ReplyModbus {
    /** Of the board, 1 to 247; 0 in the reply to a command for every board, if a board answers to it. */
    int address();

    /**
     * Which relays are on.
     *
     * @param size bytes of bits, 1 to 6; a reply does not say how many of them were asked for
     * @param bits channel 1 is the lowest bit; 0 to 2^(8 size) - 1
     */
    record Coils(int address, int size, long bits) implements ReplyModbus {
        public Coils {
            BytesModbus.checkAddress(address);
            BytesModbus.checkBits(size, bits);
        }
    }

    /**
     * Which inputs are on, that is, which contacts are shorted.
     *
     * @param size as in {@link Coils}
     * @param bits as in {@link Coils}
     */
    record Inputs(int address, int size, long bits) implements ReplyModbus {
        public Inputs {
            BytesModbus.checkAddress(address);
            BytesModbus.checkBits(size, bits);
        }
    }

    /**
     * The reply to a command that switches relays. It proves nothing: it equals the command byte for byte, and so does
     * the command's echo.
     *
     * @param coil as on the wire: 0000 to 00FF a relay from 0 (00FF is all), 0200 to 02FF a relay flashed on
     * @param value as on the wire: FF00 on, 0000 off, or tenths of a second
     */
    record CoilWritten(int address, int coil, int value) implements ReplyModbus {
        public CoilWritten {
            BytesModbus.checkAddress(address);
            if (!BytesModbus.isCoil(coil >> 8)) {
                throw new IllegalArgumentException("coil " + coil + " is not 0 to 255 or 512 to 767");
            }
            BytesModbus.check("coil's value", value, 0, 0xFFFF);
        }
    }

    /**
     * The reply to a command that sets a board; equal to the command, as {@link CoilWritten}.
     *
     * @param register as on the wire: 1000 to 10FF modes, 2000 to 20FF speed, 4000 to 40FF address
     * @param value 0 to 65,535
     */
    record RegisterWritten(int address, int register, int value) implements ReplyModbus {
        public RegisterWritten {
            BytesModbus.check("address", address, BytesModbus.BROADCAST, BytesModbus.MAX_ADDRESS);
            if (!BytesModbus.isRegister(register >> 8)) {
                throw new IllegalArgumentException("register " + register + " is none of a relay board");
            }
            BytesModbus.check("register's value", value, 0, 0xFFFF);
        }
    }

    /**
     * A board's refusal (a Modbus exception).
     *
     * @param function of the refused command: 1, 2, 5 or 6
     * @param code 1 function unknown, 2 no such channel, 3 bad value, 4 broken, 6 busy; 1 to 255
     */
    record Refused(int address, int function, int code) implements ReplyModbus {
        public Refused {
            BytesModbus.checkAddress(address);
            if (!BytesModbus.isFunction(function)) {
                throw new IllegalArgumentException("function " + function + " is not 1, 2, 5 or 6");
            }
            BytesModbus.check("code", code, 1, 0xFF);
        }
    }

    /** Its RTU frame. */
    default byte[] bytes() {
        return BytesModbus.rtu(address(), ReplyPdu.bytes(this));
    }

    /** The reply of exactly this RTU frame; empty if it is none. */
    static Optional<ReplyModbus> of(byte[] frame) {
        if (frame.length <= BytesModbus.RTU || !BytesModbus.intact(frame)) {
            return Optional.empty();
        }
        return ReplyPdu.of(BytesModbus.at(frame, 0), BytesModbus.pduOfRtu(frame));
    }
}
