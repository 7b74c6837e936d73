package dev.slipway.git.http;

import dev.slipway.git.GitException;
import dev.slipway.git.GitMirrors;
import dev.slipway.git.RepositoryAccess;
import dev.slipway.git.content.Repositories;
import dev.slipway.identity.CurrentActor;
import dev.slipway.identity.RouteRule;
import dev.slipway.kernel.ProblemException;
import dev.slipway.kernel.RepositoryRef;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import org.eclipse.jgit.errors.RepositoryNotFoundException;
import org.eclipse.jgit.http.server.GitServlet;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.transport.ReceivePack;
import org.eclipse.jgit.transport.UploadPack;
import org.eclipse.jgit.transport.resolver.ServiceNotAuthorizedException;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts JGit's servlet before the repositories. Identity's filters say who calls, the hooks what may be pushed. */
@Configuration(proxyBeanMethods = false)
class GitOverHttp {

    private static final long LARGEST_PACK = 512L << 20;
    private static final long LARGEST_OBJECT = 64L << 20;
    private static final Duration TIMEOUT = Duration.ofMinutes(10);

    @Bean
    RouteRule gitRoute() {
        return new RouteRule(
                "/git/**", RouteRule.Admission.SIGNED_IN, "Each repository asks who reads and who pushes.");
    }

    @Bean
    ServletRegistrationBean<GitServlet> gitServlet(
            Repositories repositories, RepositoryAccess access, CurrentActor actor, PushHooks hooks) {
        GitServlet servlet = new GitServlet();
        servlet.setRepositoryResolver((request, name) -> resolve(repositories, access, actor, name));
        servlet.setUploadPackFactory((request, repository) -> new UploadPack(repository));
        servlet.setReceivePackFactory((request, repository) -> receive(request, repository, actor, hooks));
        ServletRegistrationBean<GitServlet> registration = new ServletRegistrationBean<>(servlet, "/git/*");
        registration.setName("git");
        registration.setLoadOnStartup(-1);
        return registration;
    }

    private static Repository resolve(
            Repositories repositories, RepositoryAccess access, CurrentActor actor, String name)
            throws RepositoryNotFoundException, ServiceNotAuthorizedException {
        if (actor.find().isEmpty()) {
            throw new ServiceNotAuthorizedException("Sign in with your account and a token as password.");
        }
        try {
            access.requireRead(actor.get());
            Repository repository = repositories.get(hosted(ref(name)));
            repository.incrementOpen();
            return repository;
        } catch (GitException | IllegalArgumentException e) {
            throw new RepositoryNotFoundException(name, e);
        } catch (ProblemException e) {
            throw new ServiceNotAuthorizedException(e.getMessage(), e);
        }
    }

    private static ReceivePack receive(
            HttpServletRequest request, Repository repository, CurrentActor actor, PushHooks hooks) {
        RepositoryRef ref = ref(request.getPathInfo().substring(1).replaceFirst("/(info/refs|git-receive-pack)$", ""));
        ReceivePack receive = new ReceivePack(repository);
        receive.setAtomic(true);
        receive.setMaxPackSizeLimit(LARGEST_PACK);
        receive.setMaxObjectSizeLimit(LARGEST_OBJECT);
        receive.setCheckReceivedObjects(true);
        receive.setTimeout((int) TIMEOUT.toSeconds());
        receive.setPreReceiveHook((pack, commands) -> hooks.before(ref, actor.get(), pack, commands));
        receive.setPostReceiveHook((pack, commands) -> hooks.after(ref, actor.get(), pack, commands));
        return receive;
    }

    /** Copies of what others host are read by Slipway alone: a token of the installation may have opened them. */
    private static RepositoryRef hosted(RepositoryRef repository) throws RepositoryNotFoundException {
        if (GitMirrors.holds(repository)) {
            throw new RepositoryNotFoundException(repository.toString());
        }
        return repository;
    }

    private static RepositoryRef ref(String name) {
        return RepositoryRef.parse(name.replaceFirst("\\.git$", ""));
    }
}
