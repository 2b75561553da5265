// The style sheet and the script within the binary, embedded when it is built, so that a moved binary still has them.

#include "CPageAssets.h"

#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char style[] = {
#embed "page.css"
};

static const unsigned char script[] = {
#embed "page.js"
};

static const unsigned char search[] = {
#embed "search.js"
};

struct PageAsset page_style(void) { return (struct PageAsset){style, sizeof style}; }

struct PageAsset page_script(void) { return (struct PageAsset){script, sizeof script}; }

struct PageAsset page_search(void) { return (struct PageAsset){search, sizeof search}; }
