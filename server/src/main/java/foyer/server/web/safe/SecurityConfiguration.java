package foyer.server.web.safe;

import static org.springframework.security.config.Customizer.withDefaults;

import foyer.server.patron.PatronDirectory;
import foyer.server.staff.StaffDirectory;
import foyer.server.web.rest.ApiRefusals;
import jakarta.servlet.DispatcherType;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/**
 * Three ways in, each closed at its end: this machine's own measurements, REST without a session, and the pages of
 * staff. A route that none of the rules names is refused, so a new one is not open by being forgotten.
 */
@Configuration(proxyBeanMethods = false)
@EnableWebSecurity
class SecurityConfiguration {
    private static final String CONTENT =
            "default-src 'self'; object-src 'none'; base-uri 'none'; " + "form-action 'self'; frame-ancestors 'none'";
    private static final String[] OF_PATRONS = {
        "/api/v1/account", "/api/v1/holds/**", "/api/v1/loans/**", "/api/v1/fines", "/api/v1/appointments/**"
    };
    private static final String[] SAME_ANSWER_LATER = {"/assets/**", "/error"};

    @Bean
    AttemptLimiter attemptLimiter() {
        return new AttemptLimiter(System::nanoTime);
    }

    @Bean
    @Order(1)
    SecurityFilterChain measurements(HttpSecurity http) throws Exception {
        return headers(http.securityMatcher("/actuator/**"))
                .authorizeHttpRequests(rules -> rules.requestMatchers(new LoopbackOnly())
                        .permitAll()
                        .anyRequest()
                        .denyAll())
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(AbstractHttpConfigurer::disable)
                .exceptionHandling(refused ->
                        refused.authenticationEntryPoint((request, response, why) -> response.sendError(403)))
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain rest(
            HttpSecurity http,
            AttemptLimiter limiter,
            PatronDirectory patrons,
            StaffDirectory staff,
            ApiRefusals refusals)
            throws Exception {
        SignIn either = new SignIn(
                limiter, (user, password) -> patron(patrons, user, password).or(() -> staff(staff, user, password)));
        return headers(http.securityMatcher("/api/**", "/station-enrolment"))
                .authenticationManager(new ProviderManager(either))
                .authorizeHttpRequests(rules -> rules.requestMatchers(HttpMethod.GET, "/api/v1/openapi.json")
                        .permitAll()
                        .requestMatchers(HttpMethod.POST, "/station-enrolment")
                        .permitAll()
                        .requestMatchers("/api/v1/staff/**")
                        .hasRole(Signed.STAFF)
                        .requestMatchers(OF_PATRONS)
                        .hasRole(Signed.PATRON)
                        .requestMatchers("/api/v1/titles/**", "/api/v1/branches")
                        .hasAnyRole(Signed.PATRON, Signed.STAFF)
                        .anyRequest()
                        .denyAll())
                // No cookie signs anybody in here, so no other site can make a browser act on somebody's behalf.
                .csrf(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(AbstractHttpConfigurer::disable)
                .httpBasic(basic -> basic.authenticationEntryPoint(refusals))
                .exceptionHandling(
                        refused -> refused.authenticationEntryPoint(refusals).accessDeniedHandler(refusals))
                .build();
    }

    /** Named, so that Spring Boot does not make up a user of its own. */
    @Bean
    AuthenticationManager members(AttemptLimiter limiter, StaffDirectory staff) {
        return new ProviderManager(new SignIn(limiter, (user, password) -> staff(staff, user, password)));
    }

    @Bean
    @Order(3)
    SecurityFilterChain pages(HttpSecurity http, AuthenticationManager members) throws Exception {
        return headers(http)
                .authenticationManager(members)
                .authorizeHttpRequests(rules -> rules
                        // What a stream or an error page ends with was allowed when the request came in.
                        .dispatcherTypeMatchers(DispatcherType.ASYNC, DispatcherType.ERROR, DispatcherType.FORWARD)
                        .permitAll()
                        .requestMatchers(HttpMethod.GET, "/")
                        .permitAll()
                        .requestMatchers(SAME_ANSWER_LATER)
                        .permitAll()
                        // Exists only where a demonstration is configured.
                        .requestMatchers("/demonstration/**")
                        .permitAll()
                        .requestMatchers("/staff/**")
                        .hasRole(Signed.STAFF)
                        .anyRequest()
                        .denyAll())
                .formLogin(form -> form.loginPage("/")
                        .loginProcessingUrl("/sign-in")
                        .defaultSuccessUrl("/staff/holds")
                        .failureHandler(refused()))
                .logout(out -> out.logoutUrl("/sign-out").logoutSuccessUrl("/"))
                .exceptionHandling(refused -> refused.authenticationEntryPoint(new ToSignIn()))
                .build();
    }

    private static AuthenticationFailureHandler refused() {
        return (request, response, why) ->
                response.sendRedirect(why instanceof LockedException ? "/?refused=wait" : "/?refused=wrong");
    }

    private static HttpSecurity headers(HttpSecurity http) throws Exception {
        return http.headers(headers -> headers.contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT))
                .frameOptions(HeadersConfigurer.FrameOptionsConfig::deny)
                .referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN))
                .permissionsPolicyHeader(policy -> policy.policy("camera=(), microphone=(), geolocation=()"))
                .crossOriginOpenerPolicy(withDefaults())
                .crossOriginResourcePolicy(withDefaults()));
    }

    private static Optional<Signed> patron(PatronDirectory patrons, String user, String password) {
        return patrons.signIn(user, password).map(Signed.Patron::new);
    }

    private static Optional<Signed> staff(StaffDirectory staff, String user, String password) {
        return staff.signIn(user, password).map(Signed.Staff::new);
    }
}
