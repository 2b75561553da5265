#include "CNeuralKernels.h"

#include <pthread.h>
#include <sched.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdint.h>

#if defined(__x86_64__)
#include <immintrin.h>
static void rest(void) { _mm_pause(); }
#else
static void rest(void) {}
#endif

enum { most_threads = 16 };
/// How often a thread looks for work before it sleeps: some ten microseconds, the time between two layers.
enum { looks = 600 };

static atomic_int threads = 1;
static int helpers = 0;
/// Whether a piece of work is under way; whoever sets it may write the fields below.
static atomic_flag is_busy = ATOMIC_FLAG_INIT;
/// The piece's number above, how many of its parts nobody has taken yet below: one word, so that a thread that comes late
/// takes no part of the next piece for one of its own.
static _Atomic uint64_t ticket = 0;
static atomic_int unfinished = 0;
static void (*piece)(void *, ptrdiff_t);
static void *piece_context;

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t has_work = PTHREAD_COND_INITIALIZER;
static atomic_int sleepers = 0;

int neural_threads(void) { return atomic_load_explicit(&threads, memory_order_relaxed); }

void neural_set_threads(int count) {
    atomic_store_explicit(&threads, count < 1 ? 1 : count > most_threads ? most_threads : count, memory_order_relaxed);
}

static int has_parts(void) { return (uint32_t)atomic_load(&ticket) != 0; }

/// Does one part that nobody has taken; 0 where there is none.
static int do_part(void) {
    uint64_t seen = atomic_load(&ticket);
    do {
        if ((uint32_t)seen == 0) return 0;
    } while (!atomic_compare_exchange_weak(&ticket, &seen, seen - 1));
    // The piece cannot end before this part does, so the fields stay.
    piece(piece_context, (ptrdiff_t)(uint32_t)seen - 1);
    atomic_fetch_sub_explicit(&unfinished, 1, memory_order_release);
    return 1;
}

static void *help(void *unused) {
    for (;;) {
        int look = 0;
        while (look < looks) {
            if (do_part()) {
                look = 0;
            } else {
                rest();
                look++;
            }
        }
        pthread_mutex_lock(&lock);
        atomic_fetch_add(&sleepers, 1);
        while (!has_parts()) pthread_cond_wait(&has_work, &lock);
        atomic_fetch_sub(&sleepers, 1);
        pthread_mutex_unlock(&lock);
    }
    return unused;
}

/// Starts what is missing; where the system gives no more threads, the caller does more parts itself. Helpers hear no
/// signals, which are meant for the program's own threads.
static void start_helpers(int wanted) {
    if (helpers >= wanted) return;
    sigset_t all, before;
    sigfillset(&all);
    pthread_sigmask(SIG_SETMASK, &all, &before);
    while (helpers < wanted) {
        pthread_t thread;
        if (pthread_create(&thread, 0, help, 0) != 0) break;
        pthread_detach(thread);
        helpers++;
    }
    pthread_sigmask(SIG_SETMASK, &before, 0);
}

void neural_parallel(int count, void (*work)(void *context, ptrdiff_t part), void *context) {
    const int wanted = neural_threads() - 1;
    if (count < 2 || wanted < 1 || atomic_flag_test_and_set_explicit(&is_busy, memory_order_acquire)) {
        for (int part = 0; part < count; part++) work(context, part);
        return;
    }
    start_helpers(wanted);
    piece = work;
    piece_context = context;
    atomic_store_explicit(&unfinished, count, memory_order_relaxed);
    const uint64_t number = (atomic_load(&ticket) >> 32) + 1;
    atomic_store(&ticket, number << 32 | (uint32_t)count);
    if (atomic_load(&sleepers) > 0) {
        pthread_mutex_lock(&lock);
        pthread_cond_broadcast(&has_work);
        pthread_mutex_unlock(&lock);
    }
    while (do_part()) {}
    for (int look = 0; atomic_load_explicit(&unfinished, memory_order_acquire) != 0; look++) {
        if (look < looks)
            rest();
        else
            sched_yield();
    }
    atomic_flag_clear_explicit(&is_busy, memory_order_release);
}
