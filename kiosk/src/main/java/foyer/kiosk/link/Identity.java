package foyer.kiosk.link;

import foyer.station.StationId;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/**
 * Who this station is: its key and certificate, the authority it trusts, the server's command key and its own card key.
 * Two files in the data directory that only their owner may read; the database holds none of it.
 */
public final class Identity {
    private static final String KEYS = "identity.p12";
    private static final String NAMES = "identity.properties";

    private final StationId station;
    private final URI broker;
    private final CommandKey commands;
    private final byte[] cardKey;
    private final SSLContext tls;

    private Identity(StationId station, URI broker, CommandKey commands, byte[] cardKey, SSLContext tls) {
        this.station = station;
        this.broker = broker;
        this.commands = commands;
        this.cardKey = cardKey;
        this.tls = tls;
    }

    public StationId station() {
        return station;
    }

    public URI broker() {
        return broker;
    }

    public CommandKey commands() {
        return commands;
    }

    /** 32 bytes. */
    public byte[] cardKey() {
        return cardKey.clone();
    }

    public SSLContext tls() {
        return tls;
    }

    /** What an enrolment brought. */
    record Granted(
            StationId station,
            PrivateKey key,
            List<X509Certificate> chain,
            X509Certificate authority,
            String commandKey,
            String cardKey,
            String broker) {
        Granted {
            chain = List.copyOf(chain);
        }
    }

    /** Empty when this station is not enrolled yet. */
    public static Optional<Identity> read(Path dir) throws IOException, GeneralSecurityException {
        if (!Files.exists(dir.resolve(NAMES))) {
            return Optional.empty();
        }
        Properties names = new Properties();
        try (InputStream in = Files.newInputStream(dir.resolve(NAMES))) {
            names.load(in);
        }
        char[] password = named(names, "password").toCharArray();
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(dir.resolve(KEYS))) {
            keys.load(in, password);
        }
        StationId station = new StationId(named(names, "station"));
        byte[] cardKey = Base64.getDecoder().decode(named(names, "cardKey"));
        return Optional.of(new Identity(
                station,
                URI.create(named(names, "broker")),
                new CommandKey(station, named(names, "commandKey")),
                cardKey,
                context(keys, password)));
    }

    private static String named(Properties names, String name) throws IOException {
        String value = names.getProperty(name);
        if (value == null) {
            throw new IOException(NAMES + " has no " + name);
        }
        return value;
    }

    private static SSLContext context(KeyStore keys, char[] password) throws IOException, GeneralSecurityException {
        KeyManagerFactory own = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        own.init(keys, password);
        KeyStore authority = KeyStore.getInstance("PKCS12");
        authority.load(null, null);
        authority.setCertificateEntry("ca", keys.getCertificate("ca"));
        TrustManagerFactory trusted = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trusted.init(authority);
        SSLContext context = SSLContext.getInstance("TLSv1.3");
        context.init(own.getKeyManagers(), trusted.getTrustManagers(), null);
        return context;
    }

    /** The names are written last: as long as they are missing, the station is not enrolled. */
    static void write(Path dir, Granted granted, String password) throws IOException, GeneralSecurityException {
        KeyStore keys = KeyStore.getInstance("PKCS12");
        keys.load(null, null);
        keys.setKeyEntry(
                "station",
                granted.key(),
                password.toCharArray(),
                granted.chain().toArray(X509Certificate[]::new));
        keys.setCertificateEntry("ca", granted.authority());
        Path keysPart = ownersOnly(dir.resolve(KEYS + ".part"));
        try (OutputStream out = Files.newOutputStream(keysPart)) {
            keys.store(out, password.toCharArray());
        }
        Properties names = new Properties();
        names.setProperty("station", granted.station().value());
        names.setProperty("broker", granted.broker());
        names.setProperty("commandKey", granted.commandKey());
        names.setProperty("cardKey", granted.cardKey());
        names.setProperty("password", password);
        Path namesPart = ownersOnly(dir.resolve(NAMES + ".part"));
        try (OutputStream out = Files.newOutputStream(namesPart)) {
            names.store(out, null);
        }
        Files.move(keysPart, dir.resolve(KEYS), StandardCopyOption.ATOMIC_MOVE);
        Files.move(namesPart, dir.resolve(NAMES), StandardCopyOption.ATOMIC_MOVE);
    }

    private static Path ownersOnly(Path file) throws IOException {
        Files.deleteIfExists(file);
        return Files.createFile(
                file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    }
}
