package foyer.bridge.frame;

import com.digitalpetri.modbus.pdu.ReadCoilsResponse;
import com.digitalpetri.modbus.pdu.ReadDiscreteInputsResponse;
import com.digitalpetri.modbus.pdu.WriteSingleCoilResponse;
import com.digitalpetri.modbus.pdu.WriteSingleRegisterResponse;
import java.nio.ByteBuffer;
import java.util.Optional;

/** Replies as Modbus PDUs: function and data, without address and frame. */
final class ReplyPdu {
    private static final int REFUSAL = 2;

    private ReplyPdu() {}

    static byte[] bytes(ReplyModbus reply) {
        ByteBuffer pdu = BytesModbus.pdu();
        switch (reply) {
            case ReplyModbus.Coils(int address, int size, long bits) ->
                ReadCoilsResponse.Serializer.encode(new ReadCoilsResponse(packed(size, bits)), pdu);
            case ReplyModbus.Inputs(int address, int size, long bits) ->
                ReadDiscreteInputsResponse.Serializer.encode(new ReadDiscreteInputsResponse(packed(size, bits)), pdu);
            case ReplyModbus.CoilWritten(int address, int coil, int value) ->
                WriteSingleCoilResponse.Serializer.encode(new WriteSingleCoilResponse(coil, value), pdu);
            case ReplyModbus.RegisterWritten(int address, int register, int value) ->
                WriteSingleRegisterResponse.Serializer.encode(new WriteSingleRegisterResponse(register, value), pdu);
            case ReplyModbus.Refused(int address, int function, int code) ->
                pdu.put((byte) (BytesModbus.REFUSED | function)).put((byte) code);
        }
        return BytesModbus.written(pdu);
    }

    /**
     * How long the PDU is that may begin here: 0 if none can, and more than is there if too little has come to say, as
     * {@link Search#lengthAt} wants it.
     */
    static int lengthAt(byte[] bytes, int from) {
        if (from >= bytes.length) {
            return REFUSAL;
        }
        int function = BytesModbus.at(bytes, from);
        if ((function & BytesModbus.REFUSED) != 0) {
            return BytesModbus.isFunction(function & ~BytesModbus.REFUSED) ? REFUSAL : 0;
        }
        if (!BytesModbus.isFunction(function)) {
            return 0;
        }
        // Of a read the next byte is the count of those to come, of a write the upper half of where.
        boolean read = function == BytesModbus.READ_COILS || function == BytesModbus.READ_INPUTS;
        if (from + 1 >= bytes.length) {
            return read ? REFUSAL : BytesModbus.PDU;
        }
        int next = BytesModbus.at(bytes, from + 1);
        if (read) {
            return BytesModbus.isSize(next) ? 2 + next : 0;
        }
        boolean known = function == BytesModbus.WRITE_COIL ? BytesModbus.isCoil(next) : BytesModbus.isRegister(next);
        return known ? BytesModbus.PDU : 0;
    }

    /** The reply with this address and exactly this PDU; empty if there is none. */
    static Optional<ReplyModbus> of(int address, byte[] pdu) {
        boolean toAll = address == BytesModbus.BROADCAST && BytesModbus.at(pdu, 0) == BytesModbus.WRITE_REGISTER;
        if (lengthAt(pdu, 0) != pdu.length || (!toAll && !BytesModbus.isAddress(address))) {
            return Optional.empty();
        }
        int function = BytesModbus.at(pdu, 0);
        ByteBuffer buffer = ByteBuffer.wrap(pdu);
        return switch (function) {
            case BytesModbus.READ_COILS -> {
                byte[] coils = ReadCoilsResponse.Serializer.decode(buffer).coils();
                yield Optional.of(new ReplyModbus.Coils(address, coils.length, unpacked(coils)));
            }
            case BytesModbus.READ_INPUTS -> {
                byte[] inputs =
                        ReadDiscreteInputsResponse.Serializer.decode(buffer).inputs();
                yield Optional.of(new ReplyModbus.Inputs(address, inputs.length, unpacked(inputs)));
            }
            case BytesModbus.WRITE_COIL -> {
                WriteSingleCoilResponse written = WriteSingleCoilResponse.Serializer.decode(buffer);
                yield Optional.of(new ReplyModbus.CoilWritten(address, written.address(), written.value()));
            }
            case BytesModbus.WRITE_REGISTER -> {
                WriteSingleRegisterResponse written = WriteSingleRegisterResponse.Serializer.decode(buffer);
                yield Optional.of(new ReplyModbus.RegisterWritten(address, written.address(), written.value()));
            }
            default -> {
                int code = BytesModbus.at(pdu, 1);
                yield code == 0
                        ? Optional.empty()
                        : Optional.of(new ReplyModbus.Refused(address, function & ~BytesModbus.REFUSED, code));
            }
        };
    }

    private static byte[] packed(int size, long bits) {
        byte[] bytes = new byte[size];
        for (int i = 0; i < size; i++) {
            bytes[i] = (byte) (bits >>> (8 * i));
        }
        return bytes;
    }

    private static long unpacked(byte[] bytes) {
        long bits = 0;
        for (int i = 0; i < bytes.length; i++) {
            bits |= (long) BytesModbus.at(bytes, i) << (8 * i);
        }
        return bits;
    }
}
