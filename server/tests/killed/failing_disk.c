/* Preloaded into the program: while the file named by FAILING_DISK holds the number of an error, every write to the
   database fails with it, as on a disk that is full (ENOSPC) or broken (EIO). */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/types.h>
#include <unistd.h>

static int refused(int fd) {
    char link[64], file[4096];
    snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
    ssize_t length = readlink(link, file, sizeof file - 1);
    if (length < 0) return 0;
    file[length] = 0;
    if (!strstr(file, "latchkey.db")) return 0;
    const char *named = getenv("FAILING_DISK");
    FILE *fault = named ? fopen(named, "r") : NULL;
    int number = 0;
    if (!fault) return 0;
    if (fscanf(fault, "%d", &number) != 1) number = 0;
    fclose(fault);
    return number;
}

#define REAL(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))
#define UNLESS_REFUSED(fd, call)           \
    int number = refused(fd);              \
    if (number) { errno = number; return -1; } \
    return call

ssize_t write(int fd, const void *bytes, size_t count) {
    UNLESS_REFUSED(fd, REAL(write)(fd, bytes, count));
}

ssize_t pwrite(int fd, const void *bytes, size_t count, off_t at) {
    UNLESS_REFUSED(fd, REAL(pwrite)(fd, bytes, count, at));
}

ssize_t pwrite64(int fd, const void *bytes, size_t count, off64_t at) {
    UNLESS_REFUSED(fd, REAL(pwrite64)(fd, bytes, count, at));
}
