package dev.slipway.identity.security;

import dev.slipway.kernel.Problem;
import dev.slipway.kernel.ProblemCode;
import dev.slipway.ui.ProblemWriter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Answers under Slipway's own names only: a name of somebody else that resolves to this machine reaches nothing. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
class OwnHosts extends OncePerRequestFilter {

    private final Set<String> hosts;
    private final ProblemWriter problems;

    OwnHosts(@Value("${slipway.domain:localhost}") String domain, ProblemWriter problems) {
        this.hosts = Stream.of("slipway." + domain, "registry." + domain, "localhost", "127.0.0.1", "[::1]")
                .collect(Collectors.toUnmodifiableSet());
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String host = request.getServerName();
        if (hosts.contains(nameOf(host))) {
            chain.doFilter(request, response);
            return;
        }
        Problem problem = Problem.of("Slipway is not called \"" + host + "\".")
                .expecting("one of the names that Slipway was started with");
        problems.write(request, response, ProblemCode.INVALID, List.of(problem));
    }

    /** In the one spelling that the set has: lower-case, without the final dot of a complete name. */
    private static String nameOf(String host) {
        String name = host.toLowerCase(Locale.ROOT);
        return name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
    }
}
