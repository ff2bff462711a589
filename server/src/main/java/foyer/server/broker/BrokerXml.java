package foyer.server.broker;

import foyer.server.Settings;
import foyer.station.Codec;
import java.nio.file.Path;

/** The broker's configuration file. */
final class BrokerXml {
    /** As many QoS 1 messages may be under way to or from one client. */
    private static final int RECEIVE_MAXIMUM = 20;

    /** A whole desired state inside its signed envelope: quoted once more, so up to twice as long. */
    private static final int MOST_PACKET_BYTES = 2 * Codec.MOST_BYTES + 64 * 1024;

    private static final int MOST_QUEUED = 10_000;

    private static final String FILE = """
        <?xml version="1.0" encoding="UTF-8"?>
        <hivemq>
            <listeners>
                <tls-tcp-listener>
                    <port>%d</port>
                    <bind-address>%s</bind-address>
                    <tls>
                        <protocols><protocol>TLSv1.3</protocol></protocols>
                        <keystore>
                            <path>%s</path>
                            <password>%s</password>
                            <private-key-password>%s</private-key-password>
                        </keystore>
                        <truststore>
                            <path>%s</path>
                            <password>%s</password>
                        </truststore>
                        <client-authentication-mode>REQUIRED</client-authentication-mode>
                    </tls>
                </tls-tcp-listener>
        %s    </listeners>
            <mqtt>
                <queued-messages><max-queue-size>%d</max-queue-size></queued-messages>
                <packets><max-packet-size>%d</max-packet-size></packets>
                <receive-maximum><server-receive-maximum>%d</server-receive-maximum></receive-maximum>
            </mqtt>
            <persistence><mode>in-memory</mode></persistence>
            <anonymous-usage-statistics><enabled>false</enabled></anonymous-usage-statistics>
        </hivemq>
        """;

    private BrokerXml() {}

    static String of(Settings.Broker broker, int port, Path conf, String password) {
        return FILE.formatted(
                port,
                xml(broker.bind()),
                xml(conf.resolve("listener.p12").toString()),
                password,
                password,
                xml(conf.resolve("authority.p12").toString()),
                password,
                broker.plaintext().map(BrokerXml::plaintext).orElse(""),
                MOST_QUEUED,
                MOST_PACKET_BYTES,
                RECEIVE_MAXIMUM);
    }

    private static String plaintext(int port) {
        return """
                <tcp-listener>
                    <port>%d</port>
                    <bind-address>127.0.0.1</bind-address>
                </tcp-listener>
        """.formatted(port);
    }

    private static String xml(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
