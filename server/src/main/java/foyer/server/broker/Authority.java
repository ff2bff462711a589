package foyer.server.broker;

import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.regex.Pattern;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.openssl.jcajce.JcaPEMKeyConverter;
import org.bouncycastle.openssl.jcajce.JcaPKCS8Generator;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** The installation's own certificate authority: made at the first start, kept in the data directory, P-256 throughout. */
public final class Authority {
    static final String ALGORITHM = "EC";

    private static final String SIGNATURE = "SHA256withECDSA";
    private static final Duration AUTHORITY_LIFE = Duration.ofDays(20 * 365L);
    private static final Duration SERVER_LIFE = Duration.ofDays(820);
    private static final Duration STATION_LIFE = Duration.ofDays(820);

    /** A station's clock may run behind; a certificate of today shall not look like one of tomorrow. */
    private static final Duration CLOCK_SLACK = Duration.ofDays(1);

    private static final Pattern ADDRESS = Pattern.compile("[0-9.]+|[0-9a-fA-F:]*:[0-9a-fA-F:.]*");
    private static final SecureRandom RANDOM = new SecureRandom();

    private final PrivateKey key;
    private final X509Certificate certificate;
    private final Clock clock;

    private Authority(PrivateKey key, X509Certificate certificate, Clock clock) {
        this.key = key;
        this.certificate = certificate;
        this.clock = clock;
    }

    /** Opens the authority in {@code keys}, or makes it there. */
    static Authority open(Path keys, Clock clock) {
        Path keyFile = keys.resolve("ca.key.pem");
        Path certificateFile = keys.resolve("ca.pem");
        try {
            if (!Files.exists(certificateFile)) {
                KeyPair pair = newKey();
                X509Certificate made = selfSigned(pair, clock.instant());
                KeyFiles.writePem(keyFile, new JcaPKCS8Generator(pair.getPrivate(), null));
                KeyFiles.writePem(certificateFile, made);
            }
            PrivateKey key = new JcaPEMKeyConverter().getPrivateKey(KeyFiles.read(keyFile, PrivateKeyInfo.class));
            return new Authority(key, certificate(KeyFiles.read(certificateFile, X509CertificateHolder.class)), clock);
        } catch (GeneralSecurityException | OperatorCreationException | java.io.IOException e) {
            throw new IllegalStateException("the certificate authority in " + keys + " cannot be opened or made", e);
        }
    }

    public X509Certificate certificate() {
        return certificate;
    }

    /** As PEM, for a station to trust. */
    public String pem() {
        return KeyFiles.pem(certificate);
    }

    static KeyPair newKey() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance(ALGORITHM);
        generator.initialize(new ECGenParameterSpec("secp256r1"), RANDOM);
        return generator.generateKeyPair();
    }

    /** For a listener that answers to these DNS names and addresses. */
    X509Certificate server(PublicKey holder, List<String> names) {
        GeneralName[] subjects = names.stream()
                .map(name -> new GeneralName(
                        ADDRESS.matcher(name).matches() ? GeneralName.iPAddress : GeneralName.dNSName, name))
                .toArray(GeneralName[]::new);
        return issue("foyer", holder, SERVER_LIFE, KeyPurposeId.id_kp_serverAuth, new GeneralNames(subjects));
    }

    /** For a client that calls itself {@code name}. */
    X509Certificate client(String name, PublicKey holder) {
        return issue(
                name,
                holder,
                STATION_LIFE,
                KeyPurposeId.id_kp_clientAuth,
                new GeneralNames(new GeneralName(GeneralName.dNSName, name)));
    }

    private X509Certificate issue(
            String name, PublicKey holder, Duration life, KeyPurposeId purpose, GeneralNames names) {
        Instant now = clock.instant();
        try {
            JcaX509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(
                    certificate,
                    serial(),
                    Date.from(now.minus(CLOCK_SLACK)),
                    Date.from(now.plus(life)),
                    new javax.security.auth.x500.X500Principal("CN=" + name),
                    holder);
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(false));
            builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature));
            builder.addExtension(Extension.extendedKeyUsage, false, new ExtendedKeyUsage(purpose));
            builder.addExtension(Extension.subjectAlternativeName, false, names);
            return certificate(builder.build(new JcaContentSignerBuilder(SIGNATURE).build(key)));
        } catch (GeneralSecurityException | OperatorCreationException | CertIOException e) {
            throw new IllegalStateException("cannot issue a certificate", e);
        }
    }

    private static X509Certificate selfSigned(KeyPair pair, Instant now)
            throws GeneralSecurityException, OperatorCreationException, CertIOException {
        X500Name name = new X500Name("CN=Foyer stations");
        JcaX509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(
                name,
                serial(),
                Date.from(now.minus(CLOCK_SLACK)),
                Date.from(now.plus(AUTHORITY_LIFE)),
                name,
                pair.getPublic());
        builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(0));
        builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign));
        return certificate(builder.build(new JcaContentSignerBuilder(SIGNATURE).build(pair.getPrivate())));
    }

    private static X509Certificate certificate(X509CertificateHolder holder) throws GeneralSecurityException {
        return new JcaX509CertificateConverter().getCertificate(holder);
    }

    private static BigInteger serial() {
        return new BigInteger(127, RANDOM).setBit(126);
    }
}
