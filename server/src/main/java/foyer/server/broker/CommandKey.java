package foyer.server.broker;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.openssl.jcajce.JcaPEMKeyConverter;
import org.bouncycastle.openssl.jcajce.JcaPKCS8Generator;

/**
 * The Ed25519 key under which a station takes the server's word. Made at the first start; a broker that was broken into
 * could hold messages back, but never make one.
 */
public final class CommandKey {
    private static final String ALGORITHM = "Ed25519";

    private final PrivateKey key;
    private final PublicKey publicKey;

    private CommandKey(PrivateKey key, PublicKey publicKey) {
        this.key = key;
        this.publicKey = publicKey;
    }

    static CommandKey open(Path keys) {
        Path keyFile = keys.resolve("command.key.pem");
        Path publicFile = keys.resolve("command.pem");
        try {
            if (!Files.exists(publicFile)) {
                KeyPair pair = KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair();
                KeyFiles.writePem(keyFile, new JcaPKCS8Generator(pair.getPrivate(), null));
                KeyFiles.writePem(publicFile, pair.getPublic());
            }
            PrivateKey key = new JcaPEMKeyConverter().getPrivateKey(KeyFiles.read(keyFile, PrivateKeyInfo.class));
            byte[] known = KeyFiles.read(publicFile, SubjectPublicKeyInfo.class).getEncoded();
            PublicKey publicKey = KeyFactory.getInstance(ALGORITHM).generatePublic(new X509EncodedKeySpec(known));
            return new CommandKey(key, publicKey);
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("the command key in " + keys + " cannot be opened or made", e);
        }
    }

    /** Base64 of the public key's X.509 SubjectPublicKeyInfo. */
    public String publicKey() {
        return Base64.getEncoder().encodeToString(publicKey.getEncoded());
    }

    /** Base64 of the signature. */
    public String sign(byte[] message) {
        try {
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initSign(key);
            signature.update(message);
            return Base64.getEncoder().encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("cannot sign", e);
        }
    }

    /** A new secret for a station's card HMAC: Base64 of 32 random bytes. */
    static String newCardKey() {
        byte[] bytes = new byte[32];
        new java.security.SecureRandom().nextBytes(bytes);
        return new String(Base64.getEncoder().encode(bytes), StandardCharsets.US_ASCII);
    }
}
