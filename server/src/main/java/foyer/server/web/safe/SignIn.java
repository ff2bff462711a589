package foyer.server.web.safe;

import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.WebAuthenticationDetails;

/**
 * Asks the directories whether a user name and a password belong together, as often as {@link AttemptLimiter} allows.
 * What failed is logged without the name that was typed, since people type passwords into name fields.
 */
final class SignIn implements AuthenticationProvider {
    private static final Logger LOG = LoggerFactory.getLogger(SignIn.class);
    private static final int LONGEST = 256;

    private final AttemptLimiter limiter;
    private final BiFunction<String, String, Optional<? extends Signed>> directory;

    SignIn(AttemptLimiter limiter, BiFunction<String, String, Optional<? extends Signed>> directory) {
        this.limiter = limiter;
        this.directory = directory;
    }

    @Override
    public Authentication authenticate(Authentication asked) {
        String user = asked.getName();
        String password = asked.getCredentials() instanceof String typed ? typed : "";
        String address = asked.getDetails() instanceof WebAuthenticationDetails from ? address(from) : "";
        if (!limiter.allows(user, address)) {
            LOG.info("sign-in refused: too many failures");
            throw new LockedException("too many failures");
        }
        Optional<? extends Signed> found = user.length() > LONGEST || password.isEmpty() || password.length() > LONGEST
                ? Optional.empty()
                : directory.apply(user, password);
        if (found.isEmpty()) {
            limiter.failed(user, address);
            LOG.info("sign-in refused: unknown user or wrong password");
            throw new BadCredentialsException("unknown user or wrong password");
        }
        limiter.succeeded(user, address);
        Signed signed = found.get();
        UsernamePasswordAuthenticationToken token =
                UsernamePasswordAuthenticationToken.authenticated(signed, null, signed.may());
        token.setDetails(asked.getDetails());
        return token;
    }

    private static String address(WebAuthenticationDetails from) {
        String address = from.getRemoteAddress();
        return address == null ? "" : address;
    }

    @Override
    public boolean supports(@Nullable Class<?> kind) {
        return kind != null && UsernamePasswordAuthenticationToken.class.isAssignableFrom(kind);
    }
}
