#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

#include "tests/fuzz/promise.h"

// replay FOLDER: gives a target each file in FOLDER, as libFuzzer would. For builds without libFuzzer: what
// was found once is looked at in every check. Fails where there is nothing to look at.
int main(int argc, char** argv) {
  int files = 0;
  std::error_code failed;
  for (const auto& file : std::filesystem::directory_iterator{argc > 1 ? argv[1] : "", failed}) {
    std::ifstream stream{file.path(), std::ios::binary};
    const std::string bytes{std::istreambuf_iterator<char>{stream}, {}};
    std::fprintf(stderr, "%s\n", file.path().c_str());  // the last one is the one that ended the program
    LLVMFuzzerTestOneInput(reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size());
    ++files;
  }
  std::printf("%d files\n", files);
  return files > 0 ? 0 : 1;
}
