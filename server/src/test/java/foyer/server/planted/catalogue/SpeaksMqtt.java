package foyer.server.planted.catalogue;

import org.eclipse.paho.mqttv5.client.MqttAsyncClient;

final class SpeaksMqtt {
    private SpeaksMqtt() {}

    static boolean up(MqttAsyncClient client) {
        return client.isConnected();
    }
}
