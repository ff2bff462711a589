package foyer.server.web.rest;

import foyer.server.projection.WrongCursor;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.ConstraintViolationException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.validation.FieldError;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.MissingRequestHeaderException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.DatabindException;

/** Turns everything that can go wrong inside a REST route into a problem with a code. */
@RestControllerAdvice(basePackageClasses = ProblemAdvice.class)
final class ProblemAdvice {
    private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);

    private final Problems problems;

    ProblemAdvice(Problems problems) {
        this.problems = problems;
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> refused(Refused refused, HttpServletRequest request) {
        return answer(refused, request);
    }

    /** Made up, or of another list. */
    @ExceptionHandler
    ResponseEntity<ProblemDetail> cursor(WrongCursor wrong, HttpServletRequest request) {
        return answer(Problem.PARAMETER_WRONG, request, List.of("cursor"));
    }

    /** JSON that cannot be parsed, or that parses into something else than was asked for. */
    @ExceptionHandler
    ResponseEntity<ProblemDetail> body(HttpMessageNotReadableException unread, HttpServletRequest request) {
        return switch (unread.getCause()) {
            case DatabindException shape -> answer(Problem.BODY_WRONG_SHAPE, request, fields(shape));
            case StreamReadException syntax -> answer(Problem.BODY_NOT_JSON, request, List.of());
            case null, default -> answer(Problem.BODY_NOT_JSON, request, List.of());
        };
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> fields(MethodArgumentNotValidException wrong, HttpServletRequest request) {
        List<String> fields = wrong.getBindingResult().getFieldErrors().stream()
                .map(FieldError::getField)
                .distinct()
                .sorted()
                .toList();
        return answer(Problem.FIELDS_WRONG, request, fields);
    }

    /** A route that checks a header or a parameter itself has its body checked with them. */
    @ExceptionHandler
    ResponseEntity<ProblemDetail> checked(HandlerMethodValidationException invalid, HttpServletRequest request) {
        List<String> inBody = invalid.getBeanResults().stream()
                .flatMap(result -> result.getFieldErrors().stream())
                .map(FieldError::getField)
                .distinct()
                .sorted()
                .toList();
        return inBody.isEmpty()
                ? answer(Problem.PARAMETER_WRONG, request, parameters(invalid))
                : answer(Problem.FIELDS_WRONG, request, inBody);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> header(MissingRequestHeaderException missing, HttpServletRequest request) {
        return answer(Problem.IDEMPOTENCY_KEY_MISSING, request, List.of(missing.getHeaderName()));
    }

    @ExceptionHandler({
        MissingServletRequestParameterException.class,
        MethodArgumentTypeMismatchException.class,
        ConstraintViolationException.class,
        RequestRejectedException.class
    })
    ResponseEntity<ProblemDetail> parameter(Exception wrong, HttpServletRequest request) {
        List<String> fields =
                switch (wrong) {
                    case MissingServletRequestParameterException missing -> List.of(missing.getParameterName());
                    case MethodArgumentTypeMismatchException mismatch -> List.of(mismatch.getName());
                    default -> List.of();
                };
        return answer(Problem.PARAMETER_WRONG, request, fields);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> mediaType(HttpMediaTypeNotSupportedException wrong, HttpServletRequest request) {
        return answer(Problem.MEDIA_TYPE_UNKNOWN, request, List.of());
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> accept(HttpMediaTypeNotAcceptableException wrong, HttpServletRequest request) {
        return answer(Problem.NOT_ACCEPTABLE, request, List.of());
    }

    /** A bug or a broken ledger: the caller learns that it is ours, the log learns what. */
    @ExceptionHandler
    ResponseEntity<ProblemDetail> ours(RuntimeException bug, HttpServletRequest request) {
        LOG.error("a REST route failed", bug);
        return answer(Problem.OUR_FAULT, request, List.of());
    }

    private ResponseEntity<ProblemDetail> answer(Problem problem, HttpServletRequest request, List<String> fields) {
        return answer(new Refused(problem, fields), request);
    }

    private ResponseEntity<ProblemDetail> answer(Refused refused, HttpServletRequest request) {
        return ResponseEntity.status(refused.problem().status())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problems.of(refused, request));
    }

    private static List<String> fields(DatabindException shape) {
        return shape.getPath().stream()
                .map(step -> step.getPropertyName())
                .filter(ProblemAdvice::named)
                .toList();
    }

    private static boolean named(@Nullable String name) {
        return name != null;
    }

    private static List<String> parameters(HandlerMethodValidationException invalid) {
        return invalid.getParameterValidationResults().stream()
                .map(result -> result.getMethodParameter().getParameterName())
                .filter(ProblemAdvice::named)
                .toList();
    }
}
