package foyer.server.web.safe;

import foyer.server.patron.PatronDirectory.Reader;
import foyer.server.staff.StaffDirectory.Member;
import java.util.List;
import org.springframework.security.core.AuthenticatedPrincipal;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/** Who is signed in. Its name, as frameworks may log it, is the opaque id. */
public sealed interface Signed extends AuthenticatedPrincipal {
    String PATRON = "PATRON";
    String STAFF = "STAFF";

    /** What this person sees and asks is of this network only. */
    String network();

    List<GrantedAuthority> may();

    record Staff(Member member) implements Signed {
        @Override
        public String getName() {
            return member.id();
        }

        @Override
        public String network() {
            return member.network();
        }

        @Override
        public List<GrantedAuthority> may() {
            return List.of(new SimpleGrantedAuthority("ROLE_" + STAFF));
        }
    }

    record Patron(Reader reader) implements Signed {
        @Override
        public String getName() {
            return reader.id();
        }

        @Override
        public String network() {
            return reader.network();
        }

        @Override
        public List<GrantedAuthority> may() {
            return List.of(new SimpleGrantedAuthority("ROLE_" + PATRON));
        }
    }
}
