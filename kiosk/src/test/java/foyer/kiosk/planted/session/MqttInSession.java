package foyer.kiosk.planted.session;

import org.eclipse.paho.mqttv5.common.MqttMessage;

public final class MqttInSession {
    public MqttMessage message() {
        return new MqttMessage();
    }
}
