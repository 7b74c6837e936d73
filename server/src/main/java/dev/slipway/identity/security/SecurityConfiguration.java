package dev.slipway.identity.security;

import dev.slipway.identity.RouteRule;
import dev.slipway.identity.RouteRule.Admission;
import dev.slipway.identity.accounts.LocalAccounts;
import dev.slipway.identity.accounts.Passwords;
import dev.slipway.identity.accounts.RecentTokens;
import dev.slipway.identity.accounts.Tokens;
import dev.slipway.ui.ProblemWriter;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.CsrfConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.context.NullSecurityContextRepository;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/** Puts the filters in their order, and declares the rules of what no module owns. */
@Configuration(proxyBeanMethods = false)
@EnableWebSecurity
class SecurityConfiguration {

    /** Tabler sets styles on elements; scripts come from Slipway's own files only. */
    private static final String CONTENT_SECURITY_POLICY = "default-src 'self'; img-src 'self' data:; "
            + "style-src 'self'; style-src-attr 'unsafe-inline'; object-src 'none'; base-uri 'none'; "
            + "form-action 'self'; frame-ancestors 'none'";

    @Bean
    SecurityFilterChain slipwayFilters(
            HttpSecurity http,
            RouteAuthorization authorization,
            Refusals refusals,
            AuthenticationFilter authentication) {
        return http.authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(
                                DispatcherType.ASYNC, DispatcherType.ERROR, DispatcherType.FORWARD)
                        .permitAll()
                        .anyRequest()
                        .access(authorization))
                .addFilterBefore(authentication, CsrfFilter.class)
                .csrf(SecurityConfiguration::protectBrowsers)
                .headers(SecurityConfiguration::headers)
                .exceptionHandling(
                        handling -> handling.authenticationEntryPoint(refusals).accessDeniedHandler(refusals))
                .securityContext(contexts -> contexts.securityContextRepository(new NullSecurityContextRepository()))
                // It takes each request for a new sign-in and changes the session's id; BrowserSessions begins
                // sessions.
                .sessionManagement(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .formLogin(AbstractHttpConfigurer::disable)
                .httpBasic(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .build();
    }

    /** Credentials in a header are sent by nobody's accident; a session's cookie is. */
    private static void protectBrowsers(CsrfConfigurer<HttpSecurity> csrf) {
        CookieCsrfTokenRepository tokens = new CookieCsrfTokenRepository();
        tokens.setCookieName("slipway_csrf");
        tokens.setCookieCustomizer(cookie -> cookie.httpOnly(true).sameSite("Strict"));
        csrf.csrfTokenRepository(tokens).requireCsrfProtectionMatcher(SecurityConfiguration::isBrowsersCommand);
    }

    /** Of the API, whoever has no session is told to sign in: no cookie of theirs can be misused. */
    private static boolean isBrowsersCommand(HttpServletRequest request) {
        boolean isAnonymous = SecurityContextHolder.getContext().getAuthentication() == null;
        return Routes.isUnsafe(request)
                && !(isAnonymous && Routes.isApi(request))
                && request.getHeader("Authorization") == null
                && !Routes.takesPasswords(request)
                && !Routes.isHook(request);
    }

    private static void headers(HeadersConfigurer<HttpSecurity> headers) {
        headers.contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_SECURITY_POLICY))
                .frameOptions(HeadersConfigurer.FrameOptionsConfig::deny)
                .referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN))
                .permissionsPolicyHeader(policy -> policy.policy("camera=(), microphone=(), geolocation=()"));
    }

    @Bean
    AuthenticationFilter authenticationFilter(
            BrowserSessions sessions,
            LocalAccounts accounts,
            Passwords passwords,
            Tokens tokens,
            RecentTokens recent,
            ProblemWriter problems) {
        return new AuthenticationFilter(sessions, accounts, passwords, tokens, recent, problems);
    }

    /** It runs inside the chain above, and nowhere else. */
    @Bean
    org.springframework.boot.web.servlet.FilterRegistrationBean<AuthenticationFilter> authenticationFilterOnlyInChain(
            AuthenticationFilter filter) {
        var registration = new org.springframework.boot.web.servlet.FilterRegistrationBean<>(filter);
        registration.setEnabled(false);
        return registration;
    }

    /** One measurement of a request is enough; Spring Security would take one of each of its filters. */
    @Bean
    SecurityObservationSettings noObservationsOfFilters() {
        return SecurityObservationSettings.noObservations();
    }

    /** Keeps Spring Boot from making a user with a generated password. */
    @Bean
    AuthenticationManager noOtherAuthentication() {
        return authentication -> {
            throw new org.springframework.security.authentication.ProviderNotFoundException(
                    "Slipway's own filter authenticates.");
        };
    }

    @Bean
    RouteRule assetsRule() {
        return new RouteRule("/assets/**", Admission.ANYBODY, "Styles, scripts and pictures that hold no data.");
    }

    @Bean
    RouteRule liveRule() {
        return new RouteRule("/live", Admission.SIGNED_IN, "Names what changed, which every viewer may see.");
    }

    @Bean
    RouteRule errorRule() {
        return new RouteRule("/error", Admission.ANYBODY, "Says only that something failed.");
    }

    @Bean
    RouteRule apiDescriptionRule() {
        return new RouteRule("/api/v1/openapi.json", Admission.ANYBODY, "Describes the API, without any data.");
    }

    @Bean
    RouteRule apiDescriptionYamlRule() {
        return new RouteRule("/api/v1/openapi.json.yaml", Admission.ANYBODY, "The same as YAML.");
    }

    @Bean
    RouteRule healthRule() {
        return new RouteRule("/actuator/health/**", Admission.ANYBODY, "Says up or down, for whoever watches Slipway.");
    }
}
