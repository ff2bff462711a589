package foyer.bridge.planted.frame;

import com.digitalpetri.modbus.client.ModbusClient;
import com.digitalpetri.modbus.exceptions.ModbusExecutionException;

/** Planted: a frame that connects, with the library whose PDUs it may use. */
public final class ModbusClientInFrame {
    private ModbusClientInFrame() {}

    public static void connect(ModbusClient client) throws ModbusExecutionException {
        client.connect();
    }
}
